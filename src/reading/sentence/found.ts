import type { Answer, Mark } from '../answer-words.ts';
import type { KindSaid } from '../meeting.ts';
import type { Need } from '../need.ts';
import type { RoleSaid } from '../people.ts';
import type { Span } from '../span.ts';
import type { QuarterRead } from '../when/index.ts';
import type { Paper } from './papers.ts';

/** What stands around an answer word and takes its plain meaning away. */
export interface Doubts {
	readonly negated: boolean;
	readonly questioned: boolean;
	/** 如果, 可能, 尽量: it depends on something, or is only hoped. */
	readonly conditional: boolean;
	readonly undone: boolean;
}

type Id = string | number;

/** One thing read in a sentence and where it stands in the text. */
export type Found = Span &
	(
		| { readonly kind: 'time' | 'duration' | 'phone' | 'figure' | 'place' | 'stranger' | 'address' }
		| { readonly kind: 'role'; readonly role: RoleSaid }
		/** A stretch of time to count over; without `quarter` it is said but no quarter. */
		| { readonly kind: 'period'; readonly quarter?: QuarterRead }
		| { readonly kind: 'number'; readonly number: number }
		/** Named in full or mentioned; several ids when several bear the name, none when nobody known does. */
		| { readonly kind: 'person'; readonly ids: readonly Id[]; readonly name: string }
		/** 老王, 王书记: somebody of this surname, never enough to write by. */
		| { readonly kind: 'surname'; readonly surname: string }
		| { readonly kind: 'branch'; readonly ids: readonly Id[]; readonly name: string }
		/** 上次的会, 下次, 周三的会: which meeting is meant. */
		| { readonly kind: 'meeting'; readonly which: 'last' | 'this' | 'next' | 'of-day' }
		| { readonly kind: 'meeting-kind'; readonly meeting: KindSaid }
		| ({ readonly kind: 'answer'; readonly answer: Answer | 'present' } & Doubts)
		| { readonly kind: 'mark'; readonly mark: Mark }
		| { readonly kind: 'paper'; readonly paper: Paper }
		| { readonly kind: 'need'; readonly need: Need }
	);

export type FoundKind = Found['kind'];

/** What was read in a sentence. */
export interface Sentence {
	/** As it was given, normalised. */
	readonly text: string;
	/** In the order of the text, none overlapping. */
	readonly found: readonly Found[];
	/** The text that nothing explains, as spans of it; courtesy and signs are no part of it. */
	readonly unexplained: readonly Span[];
	/** Longer than a sentence is; only its beginning was read. */
	readonly long: boolean;
}
