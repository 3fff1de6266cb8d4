import { todo } from '../../src/bot/command.ts';
import { opens } from '../../src/cards/opens.ts';
import { nowLine } from '../../src/cards/transfer.ts';
import { visibleTransfers } from './find.ts';
import { actorsNow } from './rights.ts';

/** Transfers in which it is the speaker's turn. */
export const transfersWaiting = todo((turn) => {
	const { t, db, today, me } = turn;
	const mine = visibleTransfers(turn).filter((each) =>
		actorsNow(db, each, today).some(({ id }) => id === me.id),
	);
	return {
		items: mine.map((each) =>
			t('transfer.todo', { id: each.id, name: each.name, now: nowLine(t, each, today) }),
		),
		buttons: mine
			.slice(0, 1)
			.map(({ id }) => opens(t('transfer.todo-button'), 'transfer', { transfer: String(id) })),
	};
});
