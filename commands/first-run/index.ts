import type { Job } from '../../src/bot/repertoire.ts';
import {
	confirmRegistration,
	refuseRegistration,
	registrationsToDecide,
	registrationView,
	registrationWaiting,
	showRegistration,
} from './decide.ts';
import * as greetings from './greetings.ts';
import { officerCode } from './officer-code.ts';
import { register, registerNotNow } from './register.ts';
import { said } from './said.ts';

/** The first day: greetings, the first officer, and people who say who they are. */
export const firstRun: Job = {
	isPrivate: false,
	commands: [register, officerCode],
	said,
	buttons: [confirmRegistration, refuseRegistration, showRegistration, registerNotNow],
	views: [registrationView],
	conditions: [registrationWaiting],
	todo: [registrationsToDecide],
	listeners: [
		greetings.entered,
		greetings.speaks,
		greetings.added,
		greetings.removed,
		greetings.membersAdded,
		greetings.membersRemoved,
		greetings.personLeft,
	],
	errands: [greetings.nameAccount, greetings.nameChat, greetings.seatMembers],
};
