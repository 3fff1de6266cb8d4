import type { Block, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import type { Rule, RuleKey, Rules } from '../rules/book.ts';
import { opens } from './frames.ts';
import { lessButton } from './less.ts';

/** Lines of the rule book, each once with its source, and a note where some of them can't simply be relied upon. */
export function rulesBlock(t: Words, rules: Rules, keys: readonly RuleKey[]): Block[] {
	const quoted = [...new Set(keys)].map((key) => rules.rule(key));
	const notes = [
		...(quoted.some(isSecondHand) ? [t('why.second-hand-note')] : []),
		...(quoted.some(isLocal) ? [t('why.local-note')] : []),
	];
	return [
		{ kind: 'list', items: quoted.map((rule) => ruleLine(t, rule)) },
		...notes.map((text): Block => ({ kind: 'text', text })),
	];
}

/** One line of the rule book with its source; what is quoted second-hand, or holds in some places only, says so. */
function ruleLine(t: Words, rule: Rule): string {
	const said = t(ruleKeys(rule.key), {
		count: rule.value ?? 0,
		time: timeOfDay(rule),
		period: periodOf(t, rule),
	});
	return t('book.line', { rule: said, source: marked(t, rule) });
}

function ruleKeys<K extends RuleKey>(key: K): `book.rule.${K}` {
	return `book.rule.${key}`;
}

function marked(t: Words, rule: Rule): string {
	const named = t(`book.source.${rule.source}`);
	const { articles } = rule;
	const source =
		articles.length > 0
			? t('book.article', { source: named, articles: articles.join(t('list.comma')) })
			: named;
	if (isSecondHand(rule)) return t('book.second-hand', { source });
	return isLocal(rule) ? t('book.local', { source }) : source;
}

function isSecondHand({ standing }: Rule): boolean {
	return standing === 'near-verified' || standing === 'open';
}

function isLocal({ standing }: Rule): boolean {
	return standing === 'local';
}

function timeOfDay({ value, unit }: Rule): string {
	if (unit !== 'minute-of-day') return '';
	return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`;
}

/** How often: 「月」, 「季度」, 「半年」, 「年」. */
function periodOf(t: Words, { value, unit }: Rule): string {
	if (unit !== 'months') return '';
	if (value === 1) return t('book.period.month');
	if (value === 3) return t('book.period.quarter');
	if (value === 6) return t('book.period.half-year');
	return value === 12 ? t('book.period.year') : t('book.period.months', { months: value });
}

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
const signs = new Intl.Segmenter();

function shortened(line: string): string {
	const all = [...signs.segment(line)].map(({ segment }) => segment);
	return all.length <= LABEL ? line : `${all.slice(0, LABEL - 1).join('')}…`;
}
