/** A name and where it stands. */
export interface Standing {
	readonly name: string;
	readonly from: number;
}

const NONE: readonly string[] = [];

/** Answers which of the names stand at a place of a text, the longest first; what that costs doesn't grow with their number. */
export function standingAt(names: Iterable<string>): (text: string, at: number) => readonly string[] {
	const known = new Set(names);
	const lengths = new Map<string, number[]>();
	for (const name of known) {
		const start = name.slice(0, 2);
		const same = lengths.get(start);
		if (!same) lengths.set(start, [name.length]);
		else if (!same.includes(name.length)) same.push(name.length);
	}
	for (const each of lengths.values()) each.sort((a, b) => b - a);

	return (text, at) => {
		const start = text.slice(at, at + 2);
		const longer = lengths.get(start);
		const alone = start.length > 1 && known.has(start.charAt(0)) ? [start.charAt(0)] : NONE;
		if (!longer) return alone;
		return [
			...longer.map((length) => text.slice(at, at + length)).filter((name) => known.has(name)),
			...alone,
		];
	};
}

/**
 * The longest of the names that stands in the text where `fits` agrees, at its first such place; of equally long ones
 * the first of `names`.
 */
export function longestStanding(
	text: string,
	names: readonly string[],
	fits: (at: Standing) => boolean,
): Standing | undefined {
	const standing = standingAt(names);
	const ranks = new Map<string, number>();
	for (const name of names.toSorted((a, b) => b.length - a.length))
		if (name !== '' && !ranks.has(name)) ranks.set(name, ranks.size);
	const rankOf = (name: string) => ranks.get(name) ?? ranks.size;
	let best: Standing | undefined;
	for (let from = 0; from < text.length; from++)
		for (const name of standing(text, from))
			if (rankOf(name) < (best ? rankOf(best.name) : ranks.size) && fits({ name, from }))
				best = { name, from };
	return best;
}
