import type { Job } from '../../src/bot/repertoire.ts';
import { roll, rollAll, rollByAnswers, rollRest } from './roll.ts';

/** What really happened at a meeting. */
export const rolls: Job = {
	isPrivate: false,
	commands: [roll],
	buttons: [rollAll, rollRest, rollByAnswers],
};
