import type { Block } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import { BOOK, type Rule, type RuleKey } from '../rules/book.ts';

/** Lines of the rule book, each once with its source, and a note when some are quoted second-hand. */
export function rulesBlock(t: Words, rules: readonly RuleKey[]): Block[] {
	const lines: Block = { kind: 'list', items: [...new Set(rules)].map((key) => ruleLine(t, key)) };
	const secondHand = rules.some((key) => !BOOK[key].verified);
	return secondHand ? [lines, { kind: 'text', text: t('why.second-hand-note') }] : [lines];
}

/** One line of the rule book with its source; what is quoted second-hand says so. */
function ruleLine(t: Words, key: RuleKey): string {
	const rule: Rule = BOOK[key];
	const source = t(`book.source.${rule.source}`);
	const marked = rule.verified ? source : t('book.second-hand', { source });
	return t('book.line', {
		rule: t(ruleKeys(key), { value: rule.value, ...timesOfDay(rule) }),
		source: marked,
	});
}

function ruleKeys<K extends RuleKey>(key: K): `book.rule.${K}` {
	return `book.rule.${key}`;
}

function timesOfDay({ value, unit }: Rule): { time: string } {
	const minutes = String(value % 60).padStart(2, '0');
	return { time: unit === 'minute-of-day' ? `${Math.floor(value / 60)}:${minutes}` : '' };
}
