import type { Block, Button, Card, Rich } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';

interface Listing {
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

/** A plain list with a sentence before and after; long ones are cut and say so. */
export function listCard(t: Words, listing: Listing): Card {
	const { title, intro, items, empty, outro, buttons } = listing;
	const body: Block[] = [];
	if (intro) body.push({ kind: 'text', text: intro });
	if (items.length === 0) body.push({ kind: 'text', text: empty });
	else body.push({ kind: 'list', items: cut(t, items) });
	if (outro) body.push({ kind: 'text', text: outro });
	if (buttons && buttons.length > 0) body.push({ kind: 'buttons', buttons });
	return { title, tone: 'plain', body };
}

/** The first lines, and how many more there are. */
export function cut(t: Words, items: readonly Rich[], most = MOST): readonly Rich[] {
	const left = items.length - most;
	return left > 0 ? [...items.slice(0, most), t('list.more', { count: left })] : items;
}
