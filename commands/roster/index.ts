import type { Job } from '../../src/bot/repertoire.ts';
import { addToRoster } from './add.ts';
import { moveOut } from './move-out.ts';
import { said } from './said.ts';
import { viewRoster } from './view.ts';

/** Who belongs to a branch. */
export const rosters: Job = {
	isPrivate: false,
	commands: [viewRoster, addToRoster, moveOut],
	said,
};
