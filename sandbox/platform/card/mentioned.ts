import { z } from 'zod';

const AT_TAG = /<at\s+(?:id|ids|user_id)\s*=\s*["']?([^"'>\s]+)/gu;
const MARKUP = new Set(['markdown', 'lark_md']);

const Marked = z.looseObject({ tag: z.string(), content: z.string() });
const Person = z.looseObject({ tag: z.literal('person'), user_id: z.string() });
const People = z.looseObject({
	tag: z.literal('person_list'),
	persons: z.array(z.looseObject({ id: z.string() })),
	drop_invalid_user_id: z.boolean().optional(),
});

/** Everybody whom a card names so that the platform looks them up: at-tags in markup, persons. Not `all`. */
export function mentioned(card: unknown): string[] {
	if (typeof card !== 'object' || card === null) return [];
	return [...named(card), ...Object.values(card).flatMap(mentioned)];
}

function named(element: object): string[] {
	const marked = Marked.safeParse(element).data;
	if (marked && MARKUP.has(marked.tag))
		return [...marked.content.matchAll(AT_TAG)]
			.flatMap(([, ids = '']) => ids.split(','))
			.filter((id) => id !== 'all');
	const person = Person.safeParse(element).data;
	if (person) return [person.user_id];
	const people = People.safeParse(element).data;
	return people && !people.drop_invalid_user_id ? people.persons.map(({ id }) => id) : [];
}
