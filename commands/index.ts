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
import { helpCommand } from './help/help.ts';
import { todo } from './help/todo.ts';
import { undoCommand } from './help/undo.ts';
import { cancelMeeting } from './meeting/cancel.ts';
import { meetingForm } from './meeting/form.ts';
import { moveMeeting } from './meeting/move.ts';
import { meeting } from './meeting/plan.ts';
import { invitationOpen, invitationView, meetingView } from './meeting/sheet.ts';
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

/** Everything that can be said, in the order of the help. */
export const zhibu: Registry = registry({
	commands: [
		helpCommand(() => zhibu.help),
		todo,
		meeting,
		...answers,
		checkIn,
		mine,
		register,
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
		attendanceStats,
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
	],
	listeners: [
		greetings.entered,
		greetings.added,
		greetings.removed,
		greetings.membersAdded,
		greetings.membersRemoved,
		greetings.personLeft,
	],
	errands: [nameAccount, seatMembers, countStrangers],
	smallTalk,
});

export const views: readonly View[] = [meetingView, invitationView, registrationView];
export const conditions: readonly Condition[] = [registrationWaiting, invitationOpen];
