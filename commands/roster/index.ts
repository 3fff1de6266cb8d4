import type { Job } from '../../src/bot/repertoire.ts';
import { addToRoster, confirmPaste, dropPaste, settleDoubt } from './add.ts';
import { moveOut } from './move-out.ts';
import { viewRoster } from './view.ts';

/** Who belongs to a branch. */
export const rosters: Job = {
	isPrivate: false,
	commands: [viewRoster, addToRoster, moveOut],
	buttons: [settleDoubt, confirmPaste, dropPaste],
};
