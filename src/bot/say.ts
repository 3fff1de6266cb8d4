import type { Card, Content } from './vocabulary/index.ts';

/** What can be said: words, a card, or a view by its name and subject. */
export type Say = string | Card | { readonly view: string; readonly subject: string };

export function toContent(what: Say): Content {
	if (typeof what === 'string') return { kind: 'text', text: what };
	if ('view' in what) return { kind: 'view', view: what.view, subject: what.subject };
	return { kind: 'card', card: what };
}
