import type { Job } from '../../src/bot/repertoire.ts';
import { roll, rollAll, rollByAnswers, rollRest } from './roll.ts';
import { said } from './said.ts';

/** What really happened at a meeting. */
export const rolls: Job = {
	isPrivate: false,
	commands: [roll],
	said,
	buttons: [rollAll, rollRest, rollByAnswers],
};
