/** The tags of all elements of a card, those inside others included. */
export function elementsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(elementsIn);
	if (!isElement(value)) return [];
	return [value.tag, ...elementsIn(value.elements), ...elementsIn(value.columns)];
}

/** How many containers stand in one another. */
export function nestingOf(value: unknown): number {
	if (Array.isArray(value)) return Math.max(0, ...value.map(nestingOf));
	if (!isElement(value)) return 0;
	const inside = value.elements ?? value.columns;
	return inside === undefined ? 0 : 1 + nestingOf(inside);
}

interface Element {
	readonly tag: string;
	readonly elements?: unknown;
	readonly columns?: unknown;
}

function isElement(value: unknown): value is Element {
	return typeof value === 'object' && value !== null && 'tag' in value && typeof value.tag === 'string';
}
