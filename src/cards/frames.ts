import type { Block, Button, Card, Rich } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';

/** 「不对，撤回」: takes back exactly what this Turn wrote. */
export function undoButton(t: Words, turn: string): Button {
	return { label: t('done.undo'), action: { command: 'undo', args: { turn } }, style: 'plain' };
}

/** Something is asked before anything is done; the first button is the likeliest. */
export function askCard(title: string, text: string, [first, ...others]: readonly Button[]): Card {
	const buttons = first ? [{ ...first, style: 'primary' as const }, ...others] : others;
	return {
		title,
		tone: 'plain',
		body: [
			{ kind: 'text', text },
			{ kind: 'buttons', buttons },
		],
	};
}

interface Titled {
	readonly title: string;
	readonly lockScreen?: string;
	readonly facts?: readonly (readonly [string, Rich])[];
	readonly text?: Rich;
	readonly buttons?: readonly Button[];
	readonly tone?: Card['tone'];
}

/** A card is more than its title. */
export type Done = Titled &
	(Required<Pick<Titled, 'facts'>> | Required<Pick<Titled, 'text'>> | Required<Pick<Titled, 'buttons'>>);

/** What every write answers: what was understood, and the way back. */
export function doneCard({ title, lockScreen, facts, text, buttons, tone = 'good' }: Done): Card {
	const body: Block[] = [];
	if (facts && facts.length > 0) body.push({ kind: 'facts', rows: facts });
	if (text !== undefined) body.push({ kind: 'text', text });
	if (buttons && buttons.length > 0) body.push({ kind: 'buttons', buttons });
	return { title, tone, lockScreen, body };
}

/** A button whose answer is a card of its own; the card it stands on stays. */
export function opens(
	label: string,
	command: string,
	args: Readonly<Record<string, string>> = {},
	style?: Button['style'],
): Button {
	return { label, action: { command, args, opens: true }, style };
}

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
