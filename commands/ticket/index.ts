import type { Job } from '../../src/bot/repertoire.ts';
import { eraseTicket, keepTicket, recalled } from './erase.ts';
import { askedForHelp, askedToHelp } from './find.ts';
import { listTickets, ticketsWaiting } from './list.ts';
import { moveTicket } from './move.ts';
import { dangerHeard, needHeard, notNow, openTicket } from './open.ts';
import { passTicket } from './pass.ts';
import { replyHeard, replyToTicket, writeToTicket } from './reply.ts';
import { said } from './said.ts';
import { sendTicket } from './send.ts';
import {
	confirmTicket,
	finishTicket,
	reopenTicket,
	takeTicket,
	verdictHeard,
	withdrawTicket,
} from './steps.ts';
import { carriedView, dutyView, ownView, ticketOpen, wordView, workView } from './views.ts';

/** Help: from the first word to the confirmed end. */
export const tickets: Job = {
	isPrivate: true,
	commands: [
		openTicket,
		listTickets,
		replyToTicket,
		confirmTicket,
		reopenTicket,
		withdrawTicket,
		takeTicket,
		passTicket,
		moveTicket,
		finishTicket,
	],
	said,
	buttons: [sendTicket, notNow, writeToTicket, eraseTicket, keepTicket],
	views: [ownView, dutyView, workView, wordView, carriedView],
	conditions: [ticketOpen],
	todo: [ticketsWaiting],
	openings: [askedForHelp, askedToHelp],
	listeners: [recalled],
	alarms: [dangerHeard],
	talk: [replyHeard, verdictHeard, needHeard],
};
