import type { Job } from '../../src/bot/repertoire.ts';
import { answerFor } from './answer-for.ts';
import { answers } from './answers.ts';
import { checkIn, mine } from './attended.ts';
import { said } from './said.ts';

/** What people say to an invitation, for themselves or for somebody else. */
export const answering: Job = {
	isPrivate: false,
	commands: [...answers, checkIn, mine, answerFor],
	said,
};
