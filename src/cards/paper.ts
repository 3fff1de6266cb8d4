import type { Button, Card } from '../bot/vocabulary/index.ts';
import type { KeyFor, Words } from '../locales/index.ts';
import type { Rules } from '../rules/book.ts';
import { type Advice, monthsOf, type Paper, type Question } from '../rules/papers.ts';
import { opens } from './frames.ts';
import { rulesBlock } from './why.ts';

type Answers = readonly (readonly [answer: string, label: KeyFor<'short' | 'middle'>])[];

const ANSWERS: Readonly<Record<Question, Answers>> = {
	moved: [
		['yes', 'paper.moved-yes'],
		['no', 'paper.moved-no'],
	],
	visit: [
		['yes', 'paper.visit-yes'],
		['no', 'paper.visit-no'],
	],
	stay: [
		['short', 'paper.stay-short'],
		['middle', 'paper.stay-middle'],
		['long', 'paper.stay-long'],
		['unsure', 'paper.stay-unsure'],
	],
	fixed: [
		['yes', 'paper.fixed-yes'],
		['no', 'paper.fixed-no'],
	],
	host: [
		['yes', 'paper.host-yes'],
		['no', 'paper.host-no'],
	],
	online: [
		['yes', 'paper.online-yes'],
		['no', 'paper.online-no'],
	],
};

/** One of the questions; each button asks on with what is known so far. */
export function questionCard(
	t: Words,
	rules: Rules,
	ask: Question,
	known: Readonly<Record<string, string>>,
): Card {
	const months = monthsOf(rules);
	const buttons = ANSWERS[ask].map(
		([answer, label]): Button => ({
			label: t(label, months),
			action: { command: 'paper', args: { ...known, [ask]: answer } },
		}),
	);
	return {
		title: t(`paper.ask-${ask}`),
		tone: 'plain',
		body: [{ kind: 'buttons', buttons }],
	};
}

/** What to do, why, and where that stands. */
export function adviceCard(t: Words, rules: Rules, { paper, rules: reasons, because }: Advice): Card {
	const values = {
		...monthsOf(rules),
		longest: rules.value('letter.longest'),
	};
	const again: Button = { label: t('paper.again'), action: { command: 'paper', args: {} } };
	return {
		title: t(`paper.${paper}`),
		tone: 'good',
		body: [
			...(because ? [{ kind: 'text', text: t(`paper.because-${because}`, values) } as const] : []),
			{ kind: 'text', text: t(`paper.${paper}-text`, values) },
			...rulesBlock(t, rules, reasons),
			{ kind: 'buttons', buttons: [...next(t, paper), again] },
		],
	};
}

/** What can be done here at once. */
function next(t: Words, paper: Paper): Button[] {
	const starts = paper === 'transfer' || paper === 'transfer-by-letter' || paper === 'elsewhere';
	const command = starts ? 'transfer' : 'float.register';
	const label = t(starts ? 'paper.to-transfer' : 'paper.to-float');
	return [opens(label, command, {}, 'primary')];
}
