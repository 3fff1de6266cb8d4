import type { Feature } from './features.ts';
import { ALWAYS, type Learned, softmax } from './model.ts';

/** A sentence and what it wants. */
export interface Example {
	readonly features: readonly Feature[];
	readonly wish: string;
}

/** Raised when the same examples would be learnt differently. */
export const TRAINER = 1;

const ROUNDS = 20;
const PACE = 1;
const DECAY = 1e-6;
/** An error of which nothing is learnt. */
const NEGLIGIBLE = 1e-3;
/** Of the largest weight; what is smaller is noise and not kept. */
const LEAST = 0.012;

/**
 * Multinomial logistic regression, by AdaGrad in an order that only the examples decide: the same examples give the same
 * weights on every machine.
 */
export function train(examples: readonly Example[]): Learned {
	const wishes = [...new Set(examples.map(({ wish }) => wish))].sort();
	const names = ['', ...new Set(examples.flatMap(({ features }) => features.map(([name]) => name)))];
	const rows = new Map(names.map((name, row) => [name, row]));
	const sentences = examples.map(({ features, wish }) => vector(features, rows, wishes.indexOf(wish)));
	const weights = descend(sentences, names.length, wishes.length);
	return packed(weights, wishes, names);
}

interface Vector {
	readonly rows: readonly number[];
	readonly values: readonly number[];
	readonly wish: number;
}

function vector(features: readonly Feature[], rows: ReadonlyMap<string, number>, wish: number): Vector {
	const values = [ALWAYS, ...features.map(([, weight]) => weight)];
	const length = Math.hypot(...values);
	return {
		rows: [0, ...features.map(([name]) => rows.get(name) ?? 0)],
		values: values.map((value) => value / length),
		wish,
	};
}

function descend(sentences: readonly Vector[], rows: number, wishes: number): Float64Array {
	const weights = new Float64Array(rows * wishes);
	const squares = new Float64Array(rows * wishes).fill(1);
	const sums = new Float64Array(wishes);
	for (let round = 0; round < ROUNDS; round++)
		for (const sentence of shuffled(sentences, round)) {
			sums.fill(0);
			for (const [at, row] of sentence.rows.entries()) {
				const value = sentence.values[at] ?? 0;
				for (let wish = 0; wish < wishes; wish++)
					sums[wish] = (sums[wish] ?? 0) + value * (weights[row * wishes + wish] ?? 0);
			}
			softmax(sums);
			for (let wish = 0; wish < wishes; wish++) {
				const error = (sums[wish] ?? 0) - (wish === sentence.wish ? 1 : 0);
				if (Math.abs(error) < NEGLIGIBLE) continue;
				for (const [at, row] of sentence.rows.entries()) {
					const place = row * wishes + wish;
					const weight = weights[place] ?? 0;
					const slope = error * (sentence.values[at] ?? 0) + DECAY * weight;
					const square = (squares[place] ?? 0) + slope * slope;
					squares[place] = square;
					weights[place] = weight - (PACE * slope) / Math.sqrt(square);
				}
			}
		}
	return weights;
}

/** In another order each round, the same each time (Park and Miller's generator). */
function shuffled<T>(all: readonly T[], round: number): T[] {
	const order = [...all];
	let seed = round + 1;
	for (let at = order.length - 1; at > 0; at--) {
		seed = (seed * 48271) % 2147483647;
		const other = seed % (at + 1);
		const [a, b] = [order[at], order[other]];
		if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a];
	}
	return order;
}

function packed(weights: Float64Array, wishes: readonly string[], names: readonly string[]): Learned {
	const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
	const kept: string[] = [];
	const counts: number[] = [];
	const entries: number[] = [];
	for (const [row, name] of names.entries()) {
		const own = wishes.flatMap((_, wish) => {
			const weight = weights[row * wishes.length + wish] ?? 0;
			return Math.abs(weight) < most * LEAST ? [] : [wish, Math.round((weight / most) * 127)];
		});
		if (own.length === 0 && name !== '') continue;
		kept.push(name);
		counts.push(own.length / 2);
		entries.push(...own);
	}
	const unit = most / 127;
	return { wishes, features: kept.join('\n'), counts: base64(counts), entries: base64(entries), unit };
}

function base64(bytes: readonly number[]): string {
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte & 255)).join(''));
}
