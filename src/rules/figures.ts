/** Whole per cent, but neither 0 nor 100 unless it is; undefined when there is nothing to divide by. */
export function percent(part: number, whole: number): number | undefined {
	if (whole === 0) return undefined;
	const rounded = Math.round((part / whole) * 100);
	if (rounded === 100 && part < whole) return 99;
	return rounded === 0 && part > 0 ? 1 : rounded;
}

/** The middle one, or half-way between the two in the middle; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1];
	return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/** A number that may be told, one of fewer cases than may be told, or one that is kept back to shelter those. */
export type Told = number | 'few' | 'withheld';

/**
 * What may be told of the categories that add up to a total. Fewer than `fewest` (DOMAIN «Figures that must be honest»: five),
 * none included, is «few». What is told can be
 * taken from the total, and a single few would be left over; so whenever anything stands beside something few, the next
 * category after the first few one (in the given order, round the end) is withheld as well: which one depends on no
 * number but on which are few, and it has no upper bound. When all are few, a total near the most they can add up to is
 * withheld instead. So nobody who knows this rule can work out a single case; that nobody asked may show.
 */
export function sheltered(fewest: number, counts: readonly number[]): { told: readonly Told[]; total: Told } {
	const few = counts.map((count) => count < fewest);
	const sum = counts.reduce((total, count) => total + count, 0);
	const first = few.indexOf(true);
	if (first < 0) return { told: counts, total: sum };
	const after = counts.map((_, step) => (first + step) % counts.length);
	const withheld = after.find((index) => !few[index]);
	const full = withheld === undefined && sum >= counts.length * (fewest - 1) - 1;
	return {
		told: counts.map((count, index) => (few[index] ? 'few' : index === withheld ? 'withheld' : count)),
		total: full ? 'withheld' : sum,
	};
}
