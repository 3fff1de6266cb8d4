import { openFloatOf } from '../../db/floats.ts';
import { meOf, personById } from '../../db/people.ts';
import { openTransferOf, transferById } from '../../db/transfers.ts';
import type { Condition, View } from '../../src/bot/view.ts';
import { transferCard, transferGone } from '../../src/cards/transfer.ts';
import { localDate } from '../../src/rules/dates.ts';
import { clockState } from '../../src/rules/floats.ts';
import { ownSteps } from './may.ts';

/** One transfer as one person sees it, with what they can do; the subject is `<transfer>:<person>`. */
export const transferView: View = {
	name: 'transfer',
	draw({ db, t, now, zone }, subject) {
		const [transferId, personId] = subject.split(':').map(Number);
		const sheet = transferById(db, transferId ?? 0);
		if (!sheet) return transferGone(t);
		const viewer = personById(db, personId ?? 0);
		const today = localDate(now, zone);
		const steps = viewer ? ownSteps(db, meOf(db, viewer), sheet, today) : [];
		return transferCard(t, sheet, { today, steps });
	},
};

/** Whether a transfer still stands where it stood; the subject is `<transfer>:<stage>`. */
export const transferAt: Condition = {
	name: 'transfer-at',
	holds({ db }, subject) {
		const [id, stage] = subject.split(':');
		return transferById(db, Number(id))?.stage === stage;
	},
};

/** Whether somebody away still has a transfer to begin: the clock says so and nothing is under way or put off. */
export const transferToBegin: Condition = {
	name: 'transfer-to-begin',
	holds({ db, now, zone }, subject) {
		const away = openFloatOf(db, Number(subject));
		if (!away || openTransferOf(db, away.personId)) return false;
		return clockState(away.since, localDate(now, zone)) !== 'running';
	},
};
