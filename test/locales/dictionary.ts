interface Tree {
	readonly [key: string]: string | Tree;
}

/** Every sentence of a dictionary by its full key: `meeting.planned`. */
export function sentences(tree: Tree, above = ''): Map<string, string> {
	const found = new Map<string, string>();
	for (const [key, value] of Object.entries(tree)) {
		if (typeof value === 'string') found.set(above + key, value);
		else for (const [below, text] of sentences(value, `${above}${key}.`)) found.set(below, text);
	}
	return found;
}

/** The key a plural form belongs to: `roster.preview.one` says `roster.preview`. */
export function withoutPlural(key: string): string {
	return key.replace(/\.(?:one|other)$/, '');
}

/** The values a text asks for, each once, in alphabetical order. */
export function placeholders(text: string): string[] {
	return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}
