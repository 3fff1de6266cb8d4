/** A stretch of a text, the end excluded. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** The text with blanks in place of these stretches, so that what stood on both sides does not grow together. */
export function without(text: string, spans: readonly Span[]): string {
	let rest = '';
	let at = 0;
	for (const { from, to } of spans) {
		rest += `${text.slice(at, from)} `;
		at = to;
	}
	return (rest + text.slice(at)).trim();
}

/** The text without these signs at its ends; a pattern would try every run of them anew at each sign. */
export function trimmed(text: string, signs: string): string {
	let from = 0;
	let to = text.length;
	while (from < to && signs.includes(text.charAt(from))) from++;
	while (to > from && signs.includes(text.charAt(to - 1))) to--;
	return text.slice(from, to);
}
