import type { Job } from '../../src/bot/repertoire.ts';
import { groupBack, groupNotTold, plannedView } from './announce.ts';
import { cancelMeeting, moveMeeting } from './change.ts';
import { meeting, meetingForm } from './plan.ts';
import { invitationOpen, invitationView, meetingsWaiting, meetingView } from './sheet.ts';

/** Meetings: planned, shown, moved, cancelled. */
export const meetings: Job = {
	isPrivate: false,
	commands: [meeting, meetingForm, moveMeeting, cancelMeeting],
	views: [meetingView, invitationView, plannedView],
	conditions: [invitationOpen],
	todo: [meetingsWaiting],
	listeners: [groupNotTold, groupBack],
};
