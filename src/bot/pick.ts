import { Choose, type Option, type Refusal } from './refusal.ts';
import type { Turn } from './turn.ts';

/** How one of several is asked for. */
export interface Among<T> {
	/** The argument that says which one. */
	readonly arg: string;
	/** Thrown when there is none. */
	readonly none: Refusal;
	readonly question: Refusal;
	/** Said when there are more than buttons can show. */
	readonly tooMany: Refusal;
	option(each: T): Option;
}

/**
 * The one that is meant: the only candidate; several are asked about with buttons (throws {@link Choose}), none is
 * refused. What was found out goes along with whatever is asked next.
 */
export function pick<T>(turn: Turn, candidates: readonly T[], among: Among<T>): T {
	const [only] = candidates;
	if (only === undefined) throw among.none;
	if (candidates.length > 1)
		throw new Choose(
			among.arg,
			candidates.map((each) => among.option(each)),
			among,
		);
	turn.found(among.arg, among.option(only).value);
	return only;
}
