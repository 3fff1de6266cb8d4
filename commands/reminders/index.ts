import type { Job } from '../../src/bot/repertoire.ts';
import { less } from './less.ts';
import { said } from './said.ts';
import { why } from './why.ts';

/** Fewer reminders, and why one came. */
export const reminding: Job = {
	isPrivate: false,
	commands: [less, why],
	said,
};
