import type { Job } from '../../src/bot/repertoire.ts';
import { host, skipHost } from './host.ts';
import { noticeDue, noticeView } from './notice.ts';
import { said } from './said.ts';

/** What people are told before anything is kept of them, and who uses the bot. */
export const notices: Job = {
	isPrivate: false,
	commands: [host],
	said,
	buttons: [skipHost],
	views: [noticeView],
	conditions: [noticeDue],
};
