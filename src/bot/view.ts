import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import type { Vault } from '../../db/vault.ts';
import type { Words } from '../locales/index.ts';
import type { RuleBook } from '../rules/book.ts';
import type { Card, Content } from './vocabulary/index.ts';

/** What is needed to draw, to remind and to decide: a database at an instant. A Turn is one. */
export interface Scene {
	readonly db: Db;
	/** For what only the one reader of a card may see. */
	readonly vault: Vault;
	readonly t: Words;
	/** ms */
	readonly now: number;
	/** IANA name, such as `Asia/Shanghai`. */
	readonly zone: string;
	readonly book: RuleBook;
}

/** A card to be drawn from the database at the moment of sending. */
export interface Shown {
	readonly view: string;
	readonly subject: string;
}

/** What can be said: words, a card, or a view of something. */
export type Say = string | Card | Shown;

/** As the outbox keeps it. */
export function toContent(what: Say): Content {
	if (typeof what === 'string') return { kind: 'text', text: what };
	if ('view' in what) return { kind: 'view', view: what.view, subject: what.subject };
	return { kind: 'card', card: what };
}

/** The card with this line for the locked phone, unless it has its own. */
export function covered(card: Card, lockScreen: string): Card {
	return { ...card, lockScreen: card.lockScreen ?? lockScreen };
}

/** A card drawn from the database at the moment of sending; undefined when its subject is gone. */
export interface View {
	readonly kind: 'view';
	readonly name: string;
	draw(scene: Scene, subject: string): Card | undefined;
}

/** Asked again before something waits no longer: is it still worth saying? */
export interface Condition {
	readonly kind: 'condition';
	readonly name: string;
	holds(scene: Scene, subject: string): boolean;
	/** Told once, inside the transaction that ends it: it arrived, or (with a named cause) it never will. */
	ended?(scene: Scene, subject: string, cause: string | null): void;
}

/** A condition with its subject, as a row carries it. */
export type Asked = readonly [condition: string, subject: string];

type Names = Readonly<Record<string, z.ZodType<number> | z.ZodType<string>>>;
type Subject<N extends Names> = z.output<z.ZodObject<N>>;

/** A number in a subject. */
export const id = z.coerce.number<string>();
/** Words in a subject; as the last of its parts they may hold a colon. */
export const text = z.string();

/** How a subject is kept in a row: its parts in the order in which they are declared, `12:3`. */
function subjects<N extends Names>(names: N) {
	const parts = Object.keys(names);
	const schema = z.object(names);
	return {
		write(subject: Subject<N>): string {
			const said = new Map(Object.entries(subject));
			return parts.map((part) => said.get(part)).join(':');
		},
		read(kept: string): Subject<N> {
			const pieces = kept.split(':');
			const last = parts.length - 1;
			return schema.parse(
				Object.fromEntries(
					parts.map((part, at) => [part, at === last ? pieces.slice(at).join(':') : (pieces[at] ?? '')]),
				),
			);
		},
	};
}

/** Declares a view; `of` names what it shows. */
export function view<N extends Names>(declaration: {
	readonly name: string;
	readonly subject: N;
	draw(scene: Scene, subject: Subject<N>): Card | undefined;
}): View & { of(subject: Subject<N>): Shown } {
	const { name, subject, draw } = declaration;
	const { read, write } = subjects(subject);
	return {
		kind: 'view',
		name,
		draw: (scene, kept) => draw(scene, read(kept)),
		of: (shown) => ({ view: name, subject: write(shown) }),
	};
}

/** Declares a condition; `of` names what it asks about. */
export function condition<N extends Names>(declaration: {
	readonly name: string;
	readonly subject: N;
	holds(scene: Scene, subject: Subject<N>): boolean;
	ended?(scene: Scene, subject: Subject<N>, cause: string | null): void;
}): Condition & { of(subject: Subject<N>): Asked } {
	const { name, subject, holds, ended } = declaration;
	const { read, write } = subjects(subject);
	return {
		kind: 'condition',
		name,
		holds: (scene, kept) => holds(scene, read(kept)),
		...(ended && { ended: (scene, kept, cause) => ended(scene, read(kept), cause) }),
		of: (asked) => [name, write(asked)],
	};
}
