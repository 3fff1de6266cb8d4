import type { Job } from '../../src/bot/repertoire.ts';
import { appoint, dismiss } from './appoint.ts';
import { bind, countStrangers, inviteRegistration } from './bind.ts';
import { said } from './said.ts';
import { list, placeUnder } from './tree.ts';

/** The tree of branches, and who holds which role in it. */
export const branches: Job = {
	isPrivate: false,
	commands: [list, bind, placeUnder, appoint, dismiss],
	said,
	buttons: [inviteRegistration],
	errands: [countStrangers],
};
