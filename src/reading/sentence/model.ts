import type { Feature } from './features.ts';
import written from './learned.json' with { type: 'json' };

/** What was learnt from the examples, as it is kept in a file of JSON, which loads faster than a module: see `train.ts`. */
export interface Learned {
	/** In the order in which the rows number them. */
	readonly wishes: readonly string[];
	/** Names of the features, a line each; the first, empty, is in every sentence. */
	readonly features: string;
	/** For each feature how many wishes it speaks for or against (a byte), base64. */
	readonly counts: string;
	/** These wishes by their number, and what each weighs (a signed byte), one behind the other, base64. */
	readonly entries: string;
	/** What a weight of 1 counts. */
	readonly unit: number;
}

/** What `npm run learn` wrote down, from the sentences of all commands. */
export const learned: Learned & { readonly from: string } = written;

/** The same, ready to be asked. */
export interface Model {
	readonly wishes: readonly string[];
	/** Where the entries of a feature begin and end. */
	readonly rows: ReadonlyMap<string, readonly [from: number, to: number]>;
	readonly entries: Int8Array;
	readonly unit: number;
}

const opened = new WeakMap<Learned, Model>();

/** Makes it ready, once. */
export function open(learned: Learned): Model {
	const made = opened.get(learned) ?? opening(learned);
	opened.set(learned, made);
	return made;
}

function opening({ wishes, features, counts, entries, unit }: Learned): Model {
	const lengths = bytes(counts);
	const rows = new Map<string, readonly [number, number]>();
	let from = 0;
	for (const [at, name] of features.split('\n').entries()) {
		const to = from + 2 * (lengths[at] ?? 0);
		rows.set(name, [from, to]);
		from = to;
	}
	return { wishes, rows, entries: new Int8Array(bytes(entries).buffer), unit };
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
	const letters = atob(base64);
	const plain = new Uint8Array(letters.length);
	for (let at = 0; at < letters.length; at++) plain[at] = letters.charCodeAt(at);
	return plain;
}

/** How much each of the wishes is spoken for by these features, in the order of `wishes`: the logarithm of odds. */
export function scores(model: Model, features: readonly Feature[]): Float64Array {
	const known: Feature[] = features.filter(([name]) => model.rows.has(name));
	const everywhere: Feature = ['', ALWAYS];
	const all = [everywhere, ...known];
	const length = Math.hypot(...all.map(([, weight]) => weight));
	const sums = new Float64Array(model.wishes.length);
	for (const [name, weight] of all) {
		const [from, to] = model.rows.get(name) ?? [0, 0];
		const factor = (model.unit * weight) / length;
		for (let at = from; at < to; at += 2) {
			const wish = model.entries[at] ?? 0;
			sums[wish] = (sums[wish] ?? 0) + factor * (model.entries[at + 1] ?? 0);
		}
	}
	return sums;
}

/** The weight of the feature that is in every sentence. */
export const ALWAYS = 0.7;

/** Logarithms of odds as probabilities, in place. */
export function softmax(values: Float64Array): Float64Array {
	const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
	let sum = 0;
	for (let at = 0; at < values.length; at++) sum += values[at] = Math.exp((values[at] ?? 0) - most);
	for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / sum;
	return values;
}
