import type { Job } from '../../src/bot/repertoire.ts';
import { groupBack, groupNotTold, plannedView } from './announce.ts';
import { cancelMeeting } from './cancel.ts';
import { moveMeeting } from './change.ts';
import { invited, rollToTake } from './meant.ts';
import { meeting, meetingForm } from './plan.ts';
import { said } from './said.ts';
import { invitationOpen, invitationView, meetingsWaiting, meetingView } from './sheet.ts';

/** Meetings: planned, shown, changed, cancelled. */
export const meetings: Job = {
	isPrivate: false,
	commands: [meeting, meetingForm, moveMeeting, cancelMeeting],
	said,
	views: [meetingView, invitationView, plannedView],
	conditions: [invitationOpen],
	todo: [meetingsWaiting],
	openings: [invited, rollToTake],
	listeners: [groupNotTold, groupBack],
};
