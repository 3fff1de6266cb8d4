import type { Block, Button, Card } from '../bot/vocabulary/index.ts';
import type { Key, Words } from '../locales/index.ts';
import { BOOK, type Rule, type RuleKey } from '../rules/book.ts';

interface Reason {
	readonly rules: readonly RuleKey[];
	/** The dates and the arithmetic. */
	readonly text: string;
}

/** The rule, where it comes from, and the arithmetic behind one reminder. */
export function whyCard(t: Words, line: string, { rules, text }: Reason): Card {
	const body: Block[] = [
		{ kind: 'text', text: line },
		{ kind: 'text', text },
		{ kind: 'text', text: [{ bold: t('why.rules') }] },
		{ kind: 'list', items: [...new Set(rules)].map((key) => ruleLine(t, key)) },
	];
	if (rules.some((key) => !BOOK[key].verified)) body.push({ kind: 'text', text: t('why.second-hand-note') });
	body.push({ kind: 'buttons', buttons: [lessButton(t)] });
	return { title: t('why.title'), tone: 'plain', summary: t('why.title'), body };
}

/** One line of the rule book with its source; what is quoted second-hand says so. */
export function ruleLine(t: Words, key: RuleKey): string {
	const rule: Rule = BOOK[key];
	const source = t(`book.source.${rule.source}`);
	const marked = rule.verified ? source : t('book.second-hand', { source });
	return t('book.line', {
		rule: t(ruleKeys(key), { value: rule.value, ...timesOfDay(rule) }),
		source: marked,
	});
}

function ruleKeys(key: RuleKey): Key {
	return `book.rule.${key}`;
}

function timesOfDay({ value, unit }: Rule): { time: string } {
	const minutes = String(value % 60).padStart(2, '0');
	return { time: unit === 'minute-of-day' ? `${Math.floor(value / 60)}:${minutes}` : '' };
}

/** More buttons than this nobody looks through. */
const MOST = 8;

/** A message that said several things: which of them is asked about? */
export function whichWhyCard(
	t: Words,
	told: readonly { readonly id: number; readonly line: string }[],
): Card {
	const buttons = told.slice(0, MOST).map(
		({ id, line }): Button => ({
			label: shortened(line),
			action: { command: 'why', args: { reminder: String(id) }, opens: true },
		}),
	);
	return {
		title: t('why.which'),
		tone: 'plain',
		summary: t('why.title'),
		body: [{ kind: 'buttons', buttons }],
	};
}

/** What fits on a button. */
const LABEL = 40;

function shortened(line: string): string {
	return line.length <= LABEL ? line : `${line.slice(0, LABEL - 1)}…`;
}

function lessButton(t: Words): Button {
	return { label: t('reminder.less-button'), action: { command: 'less', args: {}, opens: true } };
}
