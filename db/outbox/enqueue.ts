import { and, eq, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { outbox } from '../schema/index.ts';
import { seal } from '../sealed.ts';
import type { Vault } from '../vault.ts';
import { cardsOf } from './cards.ts';

/** Where something goes, as far as the lanes ask: to one account, or into a group. The rest of it is kept unread. */
export type Target =
	| { readonly kind: 'account'; readonly openId: string }
	| { readonly kind: 'chat' | 'reply'; readonly chatId: string };

export interface Said {
	readonly turn: string;
	readonly target: Target;
	/** JSON of what is said; sealed before it is kept. */
	readonly content: string;
	/** What it is about: `meeting:12`. A card with it is remembered and, when it has a view, can be redrawn. */
	readonly about?: string;
	/** [name, subject]: asked again at the moment of sending. */
	readonly condition?: readonly [name: string, subject: string];
	readonly notBefore?: number;
	readonly urgent?: boolean;
	/** The account of who hears of it when it can't be delivered. */
	readonly by?: string;
	/** It is enough that one of those this Turn says it to receives it. */
	readonly anyOne?: boolean;
	readonly now: number;
}

export interface Errand {
	readonly turn: string;
	/** Who gets the result. */
	readonly errand: string;
	readonly args: Readonly<Record<string, string>>;
	/** The person for whom it is run. */
	readonly by: number | null;
	readonly now: number;
}

const statements = prepared((db) => ({
	insert: db
		.insert(outbox)
		.values({
			uuid: sql.placeholder('uuid'),
			turn: sql.placeholder('turn'),
			work: sql.placeholder('work'),
			lane: sql.placeholder('lane'),
			target: sql.placeholder('target'),
			content: sql.placeholder('content'),
			cardKey: sql.placeholder('cardKey'),
			condition: sql.placeholder('condition'),
			notBefore: sql.placeholder('notBefore'),
			urgent: sql.placeholder('urgent'),
			by: sql.placeholder('by'),
			anyOne: sql.placeholder('anyOne'),
			createdAt: sql.placeholder('now'),
			state: 'waiting',
		})
		.prepare(),
	putOff: db
		.update(outbox)
		.set({ notBefore: sql`${sql.placeholder('notBefore')}` })
		.where(eq(outbox.id, sql.placeholder('id')))
		.prepare(),
	patchOf: db
		.select({ id: outbox.id, createdAt: outbox.createdAt, attempts: outbox.attempts })
		.from(outbox)
		.where(
			and(eq(outbox.cardKey, sql.placeholder('messageId')), sql`state = 'waiting'`, eq(outbox.work, 'patch')),
		)
		.prepare(),
}));

/** What the limits and the order are kept by: each person, each group and each patched message has a lane of its own. */
export function laneOf(target: Target | { readonly kind: 'card'; readonly messageId: string }): string {
	switch (target.kind) {
		case 'account':
			return `person:${target.openId}`;
		case 'card':
			return `message:${target.messageId}`;
		default:
			return `chat:${target.chatId}`;
	}
}

/** Writes down something to be said. */
export function enqueue(db: Db, vault: Vault, said: Said): void {
	const uuid = crypto.randomUUID();
	statements(db).insert.run({
		...said,
		uuid,
		work: 'send',
		lane: laneOf(said.target),
		target: JSON.stringify(said.target),
		content: seal(vault, outbox, 'content', { uuid }, said.content),
		cardKey: said.about ?? null,
		condition: said.condition ? JSON.stringify(said.condition) : null,
		notBefore: said.notBefore ?? said.now,
		urgent: said.urgent ?? false,
		by: said.by ?? null,
		anyOne: said.anyOne ?? false,
	});
}

/** Writes down something to be fetched; what it brings comes back as an update `errand:<row>`. */
export function enqueueErrand(db: Db, { errand, args, by, ...rest }: Errand): void {
	statements(db).insert.run({
		...rest,
		uuid: crypto.randomUUID(),
		work: 'errand',
		lane: 'errands',
		target: JSON.stringify({ errand, args, by }),
		content: null,
		cardKey: null,
		condition: null,
		notBefore: rest.now,
		urgent: false,
		by: null,
		anyOne: false,
	});
}

/** Ours: a card is redrawn this long after the last answer went out … */
const CALM = 300;
/** … and at least this often when answers keep coming. */
const STORM = 1000;

/** Redraws every card that shows this; many answers in a row make one patch. */
export function enqueuePatch(db: Db, turn: string, key: string, now: number): void {
	for (const { messageId } of cardsOf(db, key)) {
		const waiting = statements(db).patchOf.get({ messageId });
		if (waiting) {
			// The platform, or our own back-off, has set the time of the next attempt: no answer brings it forward.
			if (waiting.attempts > 0) continue;
			const notBefore = Math.min(waiting.createdAt + STORM, now + CALM);
			statements(db).putOff.run({ id: waiting.id, notBefore });
			continue;
		}
		statements(db).insert.run({
			uuid: crypto.randomUUID(),
			turn,
			work: 'patch',
			lane: laneOf({ kind: 'card', messageId }),
			target: JSON.stringify({ messageId }),
			content: null,
			cardKey: messageId,
			condition: null,
			notBefore: now + CALM,
			urgent: false,
			by: null,
			anyOne: false,
			now,
		});
	}
}

/**
 * Drops what a Turn said and nobody has received yet; says how many messages had gone out already. Patches stay: they may
 * stand for the changes of other Turns too.
 */
export function dropTurn(db: Db, turn: string, now: number): number {
	db.update(outbox)
		.set({ state: 'dropped', cause: 'taken-back', finishedAt: now, content: null })
		.where(
			and(
				eq(outbox.turn, turn),
				eq(outbox.work, 'send'),
				eq(outbox.state, 'waiting'),
				eq(outbox.attempts, 0),
			),
		)
		.run();
	return db
		.select({ id: outbox.id })
		.from(outbox)
		.where(and(eq(outbox.turn, turn), eq(outbox.work, 'send'), eq(outbox.state, 'sent')))
		.all().length;
}
