import type { Block, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import type { RuleKey, Rules } from '../rules/book.ts';
import { lessButton } from './less.ts';
import { opens } from './opens.ts';
import { rulesBlock } from './rule.ts';

interface Reason {
	readonly rules: readonly RuleKey[];
	/** The dates and the arithmetic. */
	readonly text: string;
}

/** The rule of its time, where it comes from, and the arithmetic behind one reminder. */
export function whyCard(t: Words, line: string, { rules: keys, text }: Reason, rules: Rules): Card {
	const body: Block[] = [
		{ kind: 'text', text: line },
		{ kind: 'text', text },
		{ kind: 'text', text: [{ bold: t('why.rules') }] },
		...rulesBlock(t, rules, keys),
	];
	body.push({ kind: 'buttons', buttons: [lessButton(t)] });
	return { title: t('why.title'), tone: 'plain', lockScreen: t('why.title'), body };
}

/** More buttons than this nobody looks through. */
const MOST = 8;

/** A message that said several things: which of them is asked about? */
export function whichWhyCard(
	t: Words,
	told: readonly { readonly id: number; readonly line: string }[],
): Card {
	const buttons = told
		.slice(0, MOST)
		.map(({ id, line }) => opens(shortened(line), 'why', { reminder: String(id) }));
	return {
		title: t('why.which'),
		tone: 'plain',
		lockScreen: t('why.title'),
		body: [{ kind: 'buttons', buttons }],
	};
}

/** What fits on a button. */
const LABEL = 40;

function shortened(line: string): string {
	return line.length <= LABEL ? line : `${line.slice(0, LABEL - 1)}…`;
}
