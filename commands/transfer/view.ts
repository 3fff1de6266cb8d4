import { meOf, personById } from '../../db/people.ts';
import { transferById } from '../../db/transfers.ts';
import type { Condition, View } from '../../src/bot/view.ts';
import { undoButton } from '../../src/cards/done.ts';
import { transferCard, transferGone } from '../../src/cards/transfer.ts';
import { localDate } from '../../src/rules/dates.ts';
import { UNDO_WITHIN } from '../help/undo.ts';
import { ownSteps } from './may.ts';

/**
 * One transfer as one person sees it, with what they can do; the subject is `<transfer>:<person>`, and for who has just begun
 * it `<transfer>:<person>:<turn>`: while it can be taken back, the card says how.
 */
export const transferView: View = {
	name: 'transfer',
	draw({ db, t, now, zone }, subject) {
		const [transferId, personId, ...turn] = subject.split(':');
		const sheet = transferById(db, Number(transferId));
		if (!sheet) return transferGone(t);
		const viewer = personById(db, Number(personId));
		const today = localDate(now, zone);
		const steps = viewer ? ownSteps(db, meOf(db, viewer), sheet, today) : [];
		const begun = turn.join(':');
		const own = begun !== '' && sheet.stage === 'started' && now - sheet.startedAt < UNDO_WITHIN;
		if (!own) return transferCard(t, sheet, { today, steps });
		const title = t('transfer.started', { id: sheet.id });
		return transferCard(t, sheet, { today, steps: [], undo: undoButton(t, begun), title });
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
