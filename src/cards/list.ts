import type { Block, Button, Card, Rich } from '../bot/vocabulary/index.ts';

export interface Listing {
	readonly title: string;
	readonly intro?: string;
	readonly items: readonly Rich[];
	/** Said when there is nothing in it. */
	readonly empty: string;
	readonly outro?: string;
	readonly buttons?: readonly Button[];
}

/** More lines than this make a card that nobody reads. */
const MOST = 60;

/** A plain list with a sentence before and after; long ones are cut and say so by `more`. */
export function listCard(listing: Listing, more: (left: number) => string): Card {
	const { title, intro, items, empty, outro, buttons } = listing;
	const shown = items.slice(0, MOST);
	const left = items.length - shown.length;
	const body: Block[] = [];
	if (intro) body.push({ kind: 'text', text: intro });
	if (shown.length === 0) body.push({ kind: 'text', text: empty });
	else body.push({ kind: 'list', items: left > 0 ? [...shown, more(left)] : shown });
	if (outro) body.push({ kind: 'text', text: outro });
	if (buttons && buttons.length > 0) body.push({ kind: 'buttons', buttons });
	return { title, tone: 'plain', body };
}
