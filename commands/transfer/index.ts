import type { Job } from '../../src/bot/repertoire.ts';
import { underWay } from './find.ts';
import { transfers as list, transfersWaiting } from './list.ts';
import { transferAt, transferView } from './notify.ts';
import { whichPaperCommand } from './paper.ts';
import { exemptTransfer, sendBack } from './reasons.ts';
import { said } from './said.ts';
import { startTransfer } from './start.ts';
import { finishTransfer, receiveTransfer, writeLetter } from './steps.ts';

/** The formal relation: which paper is needed, and its move from one organisation to another. */
export const transfers: Job = {
	isPrivate: true,
	commands: [
		whichPaperCommand,
		list,
		startTransfer,
		writeLetter,
		receiveTransfer,
		sendBack,
		exemptTransfer,
		finishTransfer,
	],
	said,
	views: [transferView],
	conditions: [transferAt],
	todo: [transfersWaiting],
	openings: [underWay],
};
