import { type Registry, registry } from '../src/bot/registry.ts';
import type { Condition, View } from '../src/bot/view.ts';
import { answerFor } from './answer/answer-for.ts';
import { answers } from './answer/answers.ts';
import { checkIn } from './answer/check-in.ts';
import { mine } from './answer/mine.ts';
import { bind, countStrangers } from './branch/bind.ts';
import { inviteRegistration } from './branch/invite-registration.ts';
import { list } from './branch/list.ts';
import { placeUnder } from './branch/place-under.ts';
import { attendanceStats } from './figures/attendance.ts';
import { floatStats } from './figures/floats.ts';
import { overview } from './figures/overview.ts';
import { ticketStats } from './figures/tickets.ts';
import { transferStats } from './figures/transfers.ts';
import {
	confirmRegistration,
	refuseRegistration,
	registrationView,
	registrationWaiting,
	showRegistration,
} from './first-run/decide.ts';
import { nameAccount, seatMembers } from './first-run/errands.ts';
import * as greetings from './first-run/greetings.ts';
import { officerCode } from './first-run/officer-code.ts';
import { register } from './first-run/register.ts';
import { cameBack } from './float/back.ts';
import { consentToFloat, declineFloat } from './float/consent.ts';
import { contacted } from './float/contacted.ts';
import { floatFormCommand } from './float/form.ts';
import { floatList } from './float/list.ts';
import { registerFloat } from './float/register.ts';
import { helpCommand } from './help/help.ts';
import { todo } from './help/todo.ts';
import { undoCommand } from './help/undo.ts';
import { cancelMeeting } from './meeting/cancel.ts';
import { meetingForm } from './meeting/form.ts';
import { moveMeeting } from './meeting/move.ts';
import { meeting } from './meeting/plan.ts';
import { invitationOpen, invitationView, meetingView } from './meeting/sheet.ts';
import { whichPaperCommand } from './paper/which-paper.ts';
import { less } from './reminders/less.ts';
import { why } from './reminders/why.ts';
import { appoint } from './role/appoint.ts';
import { dismiss } from './role/dismiss.ts';
import { rollAll, rollByAnswers, rollRest } from './roll/buttons.ts';
import { roll } from './roll/roll.ts';
import { addToRoster, confirmPaste, dropPaste, pasteForBranch, settleDoubt } from './roster/add.ts';
import { moveOut } from './roster/move-out.ts';
import { viewRoster } from './roster/view.ts';
import { smallTalk } from './small-talk.ts';
import { confirmTicket, finishTicket } from './ticket/end.ts';
import { listTickets } from './ticket/list.ts';
import { notNow, openTicket } from './ticket/open.ts';
import { passTicket } from './ticket/pass.ts';
import { eraseTicket, keepTicket, recalled } from './ticket/recalled.ts';
import { reopenTicket } from './ticket/reopen.ts';
import { replyToTicket, writeToTicket } from './ticket/reply.ts';
import { sendTicket } from './ticket/send.ts';
import { takeTicket } from './ticket/take.ts';
import { dutyView, ownView, ticketOpen, wordView, workView } from './ticket/views.ts';
import { withdrawTicket } from './ticket/withdraw.ts';
import { transfers } from './transfer/list.ts';
import { exemptTransfer, sendBack } from './transfer/reasons.ts';
import { startTransfer } from './transfer/start.ts';
import { finishTransfer, receiveTransfer, writeLetter } from './transfer/steps.ts';
import { transferAt, transferView } from './transfer/view.ts';

/** Everything that can be said, in the order of the help. */
export const zhibu: Registry = registry({
	commands: [
		helpCommand(() => zhibu.help),
		todo,
		meeting,
		...answers,
		checkIn,
		mine,
		whichPaperCommand,
		register,
		openTicket,
		listTickets,
		replyToTicket,
		confirmTicket,
		reopenTicket,
		withdrawTicket,
		takeTicket,
		passTicket,
		finishTicket,
		less,
		why,
		undoCommand((name) => zhibu.commands.get(name)?.undo),
		meetingForm,
		moveMeeting,
		cancelMeeting,
		answerFor,
		roll,
		viewRoster,
		addToRoster,
		moveOut,
		registerFloat,
		floatList,
		contacted,
		cameBack,
		transfers,
		startTransfer,
		writeLetter,
		receiveTransfer,
		sendBack,
		exemptTransfer,
		finishTransfer,
		overview,
		attendanceStats,
		floatStats,
		transferStats,
		ticketStats,
		list,
		bind,
		placeUnder,
		appoint,
		dismiss,
		officerCode,
		// Said by buttons only:
		confirmRegistration,
		refuseRegistration,
		showRegistration,
		inviteRegistration,
		pasteForBranch,
		settleDoubt,
		confirmPaste,
		dropPaste,
		rollAll,
		rollRest,
		rollByAnswers,
		sendTicket,
		notNow,
		writeToTicket,
		eraseTicket,
		keepTicket,
		floatFormCommand,
		consentToFloat,
		declineFloat,
	],
	listeners: [
		greetings.entered,
		greetings.added,
		greetings.removed,
		greetings.membersAdded,
		greetings.membersRemoved,
		greetings.personLeft,
		recalled,
	],
	errands: [nameAccount, seatMembers, countStrangers],
	smallTalk,
});

export const views: readonly View[] = [
	meetingView,
	invitationView,
	registrationView,
	transferView,
	ownView,
	dutyView,
	workView,
	wordView,
];
export const conditions: readonly Condition[] = [registrationWaiting, invitationOpen, transferAt, ticketOpen];
