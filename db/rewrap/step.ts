import { keysInUse, noteRewrapped, retireKey } from '../data-keys.ts';
import type { Db } from '../database.ts';
import type { Vault } from '../vault.ts';
import { Keeping } from './keeping.ts';
import { placesOf } from './places.ts';

/** How far all that lies sealed has been sealed with the first key. */
interface Walk {
	/** Which of the places, and up to which row of it. */
	readonly place: string;
	readonly after: number;
	/** In this round so many values were sealed anew. */
	readonly moved: number;
	/** Keys of values that do not open where they lie; they stay in use. */
	readonly broken: readonly string[];
	/** Nothing more can be done until the next start. */
	readonly over?: boolean;
}

export interface Rewrapped {
	/** Nothing is left to do now. */
	readonly done: boolean;
	/** The keys that are no longer needed since this step. */
	readonly retired: readonly string[];
	/** Values of this step that do not open where they lie. */
	readonly broken: number;
}

const NOTHING_TO_DO: Rewrapped = { done: true, retired: [], broken: 0 };

/**
 * Inside a transaction: one step on the way to where everything lies sealed under the first key, begun where the last one
 * ended, also by an earlier process. All places are walked until a whole round has found nothing (a change taken back may
 * carry an old value where the walk has been); only then the other keys are no longer in use.
 */
export function rewrapStep(db: Db, vault: Vault): Rewrapped {
	const keys = keysInUse(db);
	const others = keys.filter(({ seals }) => !seals).map(({ id }) => id);
	const first = keys.find(({ seals }) => seals);
	if (!first || others.length === 0) return NOTHING_TO_DO;
	const walk = walkOf(first.rewrapped);
	if (walk.over) return NOTHING_TO_DO;
	const keeping = new Keeping(vault, others);
	const places = placesOf();
	const found = places.findIndex(({ name }) => name === walk.place);
	const at = Math.max(0, found);
	const after = places[at]?.walk(db, keeping, found < 0 ? 0 : walk.after);
	const seen = {
		moved: walk.moved + keeping.moved,
		broken: [...new Set([...walk.broken, ...keeping.broken])],
	};
	const next = after === undefined ? places[at + 1] : places[at];
	const note = (walk: Walk | null) => noteRewrapped(db, first.id, walk && JSON.stringify(walk));
	const broken = keeping.broken.length;
	if (next) note({ place: next.name, after: after ?? 0, ...seen });
	else if (seen.moved > 0) note(ROUND);
	else {
		const retired = others.filter((id) => !seen.broken.includes(id));
		for (const id of retired) retireKey(db, id);
		note(retired.length < others.length ? { ...ROUND, ...seen, over: true } : null);
		return { done: true, retired, broken };
	}
	return { done: false, retired: [], broken };
}

/** Which keys are needed, and how far they have been replaced by the one that seals. */
export interface RewrapState {
	/** Null before the first start. */
	readonly seals: string | null;
	/** Whose values are still to be sealed anew: `plain` for what never was sealed. */
	readonly others: string[];
	/** Stuck: values do not open where they lie, so that their keys stay needed; tried again at the next start. */
	readonly rewrap: 'finished' | 'under-way' | 'stuck';
}

export function rewrapState(db: Db): RewrapState {
	const keys = keysInUse(db);
	const first = keys.find(({ seals }) => seals);
	const others = keys.filter(({ seals }) => !seals).map(({ id }) => id);
	const stuck = walkOf(first?.rewrapped ?? null).over ? 'stuck' : 'under-way';
	return { seals: first?.id ?? null, others, rewrap: others.length === 0 ? 'finished' : stuck };
}

const ROUND: Walk = { place: '', after: 0, moved: 0, broken: [] };

function walkOf(json: string | null): Walk {
	return json === null ? ROUND : JSON.parse(json);
}
