import { hostOf } from '../../db/host.ts';
import { noticed, personById } from '../../db/people.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { condition, id, view } from '../../src/bot/view.ts';
import { noticeCard } from '../../src/cards/notice.ts';

/** The notice as it is sent to somebody who was entered by another. */
export const noticeView = view({
	name: 'notice',
	subject: { person: id },
	draw: ({ db, t }) => noticeCard(t, hostOf(db)),
});

/** Whether somebody has not seen the notice yet; it counts as seen once it has arrived. */
export const noticeDue = condition({
	name: 'notice-due',
	subject: { person: id },
	holds: ({ db }, { person }) => !isNoticed(db, person),
	ended({ db, now }, { person }, cause) {
		if (cause === null) noticed(db, person, now);
	},
});

/** Whether somebody knows what the bot keeps of them and for whom. */
export function isNoticed(db: Turn['db'], personId: number): boolean {
	return (personById(db, personId)?.noticedAt ?? null) !== null;
}

/** Tells somebody whom another entered, once. */
export function giveNotice(turn: Turn, personId: number): void {
	if (isNoticed(turn.db, personId)) return;
	turn.notify(personId, noticeView.of({ person: personId }), {
		condition: noticeDue.of({ person: personId }),
	});
}
