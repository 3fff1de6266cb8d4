import type { Answer, Block, Card, Rich } from '../../bot/vocabulary/index.ts';
import { drawChart } from './chart.ts';
import { drawButtons, drawForm } from './controls.ts';
import { drawTable } from './table.ts';
import { drawRich, plainText, unbroken, widthOf } from './text.ts';

export { drawText } from './text.ts';

const TEMPLATES = { plain: 'blue', good: 'green', careful: 'orange', urgent: 'red' } as const;

/**
 * Draws a card as card JSON 2.0. What people typed appears as typed and never becomes markup. It does not cut:
 * a card beyond the platform's 30 KB or 200 elements is for the caller to page.
 */
export function drawCard(card: Card): object {
	const weight = weightOf(card.body);
	const elements = card.body.flatMap((block) => drawBlock(block, weight));
	return {
		schema: '2.0',
		// What was said to one person or one group is nobody else's to pass on.
		config: {
			update_multi: true,
			enable_forward: false,
			summary: { content: card.lockScreen ?? card.title },
		},
		header: { title: plainText(unbroken(card.title)), template: TEMPLATES[card.tone] },
		body: { elements: elements.length > 0 ? elements : [drawRich(card.title)] },
	};
}

/** The same card without its mentions of accounts; what they stood in keeps its other words. */
export function withoutMentions(card: Card): Card {
	return { ...card, body: card.body.map(blockWithout) };
}

function blockWithout(block: Block): Block {
	switch (block.kind) {
		case 'text':
			return { ...block, text: richWithout(block.text) };
		case 'list':
			return { ...block, items: block.items.map(richWithout) };
		case 'facts':
			return { ...block, rows: block.rows.map(([label, value]) => [label, richWithout(value)] as const) };
		default:
			return block;
	}
}

function richWithout(rich: Rich): Rich {
	return typeof rich === 'string'
		? rich
		: rich.filter((span) => typeof span === 'string' || !('account' in span));
}

/** What a card action is answered with: `{}`, or a toast and the card to show instead. */
export function answerBody(answer: Answer): object {
	return {
		...(answer.toast && { toast: { type: answer.toast.tone, content: answer.toast.text } }),
		...(answer.card && { card: { type: 'raw', data: drawCard(answer.card) } }),
	};
}

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

/** The elements of one block, in order. */
function drawBlock(block: Block, weight: number): object[] {
	switch (block.kind) {
		case 'text':
			return [drawRich(block.text)];
		case 'list':
			return drawList(block.items);
		case 'facts':
			return block.rows.map((row) => drawFact(row, weight));
		case 'table':
			return [drawTable(block)];
		case 'chart':
			return [drawChart(block)];
		case 'buttons':
			return drawButtons(block.buttons);
		case 'form':
			return [drawForm(block)];
		case 'line':
			return [{ tag: 'hr' }];
	}
}

/** As many Chinese characters as a phone shows in one line behind a bullet. */
const LINE = 15;

/** Short items stand in one text; items that would break into lines each in their own, with air between them. */
function drawList(items: readonly Rich[]): object[] {
	if (items.length === 0) return [];
	return items.some((item) => richWidth(item) > LINE)
		? items.map((item) => drawRich(bulleted([item])))
		: [drawRich(bulleted(items))];
}

function richWidth(item: Rich): number {
	const spans = typeof item === 'string' ? [item] : item;
	return spans.reduce(
		(sum, span) => sum + widthOf(typeof span === 'string' ? span : 'bold' in span ? span.bold : ''),
		0,
	);
}

/** One text with a bullet that is a character, not markup, so that what follows it cannot nest. */
function bulleted(items: readonly Rich[]): Rich {
	return items.flatMap((item, index) => {
		const bullet = index === 0 ? '• ' : '\n• ';
		return typeof item === 'string' ? [bullet + item] : [bullet, ...item];
	});
}

/** As many Chinese characters as a quarter of a phone's card holds; a third holds five. */
const SHORT_LABEL = 3;

/**
 * How much wider than its label a value stands, in the whole card alike: where all labels are short the values get
 * the more room, so that a day and a time fit into one line.
 */
function weightOf(body: readonly Block[]): number {
	const labels = body.flatMap((block) => (block.kind === 'facts' ? block.rows.map(([label]) => label) : []));
	return labels.every((label) => widthOf(label) <= SHORT_LABEL) ? 3 : 2;
}

/** A row each, so that a label stays beside its value however long that is. */
function drawFact([label, value]: Row, weight: number): object {
	return {
		tag: 'column_set',
		flex_mode: 'none',
		columns: [column(1, drawRich(label)), column(weight, drawRich(value))],
	};
}

function column(weight: number, element: object): object {
	return { tag: 'column', width: 'weighted', weight, elements: [element] };
}
