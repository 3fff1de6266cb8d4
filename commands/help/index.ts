import type { Job } from '../../src/bot/repertoire.ts';
import { help } from './help.ts';
import { leftAlone } from './left-alone.ts';
import { said } from './said.ts';
import { courtesy } from './small-talk.ts';
import { whatIsLeft } from './todo.ts';
import { undo } from './undo.ts';

/** What is about all jobs: help, what is left to do, taking back. */
export const basics: Job = {
	isPrivate: false,
	commands: [help, whatIsLeft, undo],
	said,
	buttons: [leftAlone],
	talk: [courtesy],
};
