import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/bot/vocabulary/index.ts';
import { drawCard } from '../../src/lark/index.ts';
import { cardJson } from '../town/card-json.ts';

const action = { command: 'todo', args: {} };
const submit = { label: '提交', action };
const fields = ['date-time', 'date', 'account'] as const;

const body: Block[] = [
	{ kind: 'text', text: [{ bold: '甲' }, '第一行\n第二行'] },
	{ kind: 'list', items: ['一', '二'] },
	{ kind: 'facts', rows: [['地点', '二楼']] },
	{ kind: 'table', columns: ['支部', '出席率', '登记/开会'], rows: [['一支部', '92%', '2/3']] },
	{ kind: 'chart', title: '出席率', bars: [{ label: '一支部', value: 92 }] },
	{ kind: 'buttons', buttons: [submit, { label: '帮助', action }] },
	{
		kind: 'form',
		name: 'plan',
		fields: [
			...fields.map((kind) => ({ kind, name: kind, label: '什么时候' })),
			{ kind: 'input', name: 'place', label: '地点' },
			{ kind: 'choice', name: 'type', label: '类型', choices: [{ label: '党课', value: 'lecture' }] },
		],
		submit,
	},
	{ kind: 'line' },
];
const card: Card = { title: '会议', tone: 'plain', body };
const drawn = () => JSON.stringify(drawCard(card));

/** A drawn card with one thing spoilt. */
const spoilt = (whole: RegExp | string, by: string): unknown => {
	const text = drawn().replace(whole, by);
	expect(text).not.toBe(drawn());
	return JSON.parse(text);
};

describe('the schema of card JSON 2.0', () => {
	it('takes a card with one of everything', () => {
		expect(cardJson.safeParse(drawCard(card)).error?.message).toBeUndefined();
	});

	it.each<[string, RegExp | string, string]>([
		['an unknown property', '"tag":"hr"', '"tag":"hr","thick":1'],
		['a picker without its hint', /("tag":"picker_datetime".*?),"placeholder":\{.*?\}/, '$1'],
		['a choice without its hint', /("tag":"select_static".*?),"placeholder":\{.*?\}/, '$1'],
		['a form without a name', '"tag":"form","name":"plan"', '"tag":"form"'],
		['a form that nothing sends', /,"form_action_type":"submit"/, ''],
		['a name twice in a form', '"name":"place"', '"name":"type"'],
		['a chart with the platform’s own queries', '"media":[],', ''],
		['a line break that may be ignored', '<br>', '\\n'],
		['a call to everybody', '**甲**', '<at id=all></at>'],
		['pages of more than ten', '"page_size":1', '"page_size":11'],
		['leave to pass it on', '"enable_forward":false', '"enable_forward":true'],
		['no word for the locked phone', /"summary":\{.*?\}/, '"summary":{"content":""}'],
		['no body', /"elements":\[.*\]/, '"elements":[]'],
		['no header', /"header":\{.*?\}.*?\},/, ''],
		[
			'a third column',
			'"columns":[{"name":"c0"',
			'"columns":[{"name":"c2","display_name":"x","data_type":"text"},{"name":"c0"',
		],
	])('refuses %s', (_, whole, by) => {
		expect(cardJson.safeParse(spoilt(whole, by)).success).toBe(false);
	});

	it.each<[string, Block[]]>([
		['more than 200 elements', Array.from({ length: 201 }, () => ({ kind: 'line' }))],
		['more than 30 KB', [{ kind: 'text', text: '长'.repeat(11_000) }]],
		['six tables', Array.from({ length: 6 }, () => ({ kind: 'table', columns: ['支部'], rows: [['一']] }))],
		['six charts', Array.from({ length: 6 }, () => ({ kind: 'chart', title: '率', bars: [] }))],
	])('refuses %s', (_, blocks) => {
		expect(cardJson.safeParse(drawCard({ ...card, body: blocks })).success).toBe(false);
	});
});
