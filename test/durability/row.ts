import { eq } from 'drizzle-orm';
import { enqueue, type OutboxRow, type Said } from '../../db/outbox/index.ts';
import { outbox } from '../../db/schema/index.ts';
import type { Content, Target } from '../../src/bot/vocabulary/index.ts';
import type { Actor } from '../town/actor.ts';
import type { Town } from '../town/town.ts';

type Extra = Partial<Pick<Said, 'about' | 'condition' | 'notBefore' | 'urgent' | 'turn'>>;

/** Puts words for this person into the outbox, and wakes nobody. */
export function tell(town: Town, person: Actor, what: string | Content, extra: Extra = {}): Promise<void> {
	return put(town, { kind: 'account', openId: person.openId }, what, extra);
}

/** Puts the same words for all of these accounts into the outbox at once, and wakes nobody. */
export function tellAll({ running }: Town, openIds: readonly string[], text: string): Promise<void> {
	const { store, db, vault, clock } = running.bot;
	const content: Content = { kind: 'text', text };
	return store.commit(() => {
		for (const openId of openIds) {
			const target: Target = { kind: 'account', openId };
			enqueue(db, vault, { turn: 'test', target, content: JSON.stringify(content), now: clock.now() });
		}
	});
}

/** Puts words for this group into the outbox, and wakes nobody. */
export function post(town: Town, chatId: string, what: string | Content, extra: Extra = {}): Promise<void> {
	return put(town, { kind: 'chat', chatId }, what, extra);
}

function put({ running }: Town, target: Target, what: string | Content, extra: Extra): Promise<void> {
	const { store, db, vault, clock } = running.bot;
	const content: Content = typeof what === 'string' ? { kind: 'text', text: what } : what;
	return store.commit(() =>
		enqueue(db, vault, {
			turn: 'test',
			target,
			content: JSON.stringify(content),
			now: clock.now(),
			...extra,
		}),
	);
}

/** All rows of the outbox, oldest first. */
export function rows({ running }: Town): OutboxRow[] {
	return running.bot.db.select().from(outbox).orderBy(outbox.id).all();
}

/** The newest row. */
export function lastRow(town: Town): OutboxRow {
	const last = rows(town).at(-1);
	if (!last) throw new Error('the outbox is empty');
	return last;
}

/** Changes a row behind the courier's back. */
export function setRow({ running }: Town, id: number, patch: Partial<OutboxRow>): void {
	running.bot.db.update(outbox).set(patch).where(eq(outbox.id, id)).run();
}
