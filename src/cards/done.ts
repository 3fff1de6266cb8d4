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

export interface Done {
	readonly title: string;
	readonly lockScreen?: string;
	readonly facts?: readonly (readonly [string, Rich])[];
	readonly text?: Rich;
	readonly buttons?: readonly Button[];
	readonly tone?: Card['tone'];
}

/** What every write answers: what was understood, and the way back. */
export function doneCard({ title, lockScreen, facts, text, buttons, tone = 'good' }: Done): Card {
	const body: Block[] = [];
	if (facts && facts.length > 0) body.push({ kind: 'facts', rows: facts });
	if (text !== undefined) body.push({ kind: 'text', text });
	if (buttons && buttons.length > 0) body.push({ kind: 'buttons', buttons });
	return { title, tone, lockScreen, body };
}
