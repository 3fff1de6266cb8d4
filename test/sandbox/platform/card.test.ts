import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateCard } from '../../../sandbox/platform/card/index.ts';

const plain = (content: string) => ({ tag: 'plain_text', content });
const words = { tag: 'markdown', content: '下周三下午3点' };
const button = {
	tag: 'button',
	text: plain('参加'),
	type: 'primary',
	behaviors: [{ type: 'callback', value: { command: 'come' } }],
};
const submit = { ...button, name: 'send', form_action_type: 'submit' };
const input = { tag: 'input', name: 'reason', required: true, placeholder: plain('原因') };
const form = { tag: 'form', name: 'leave', elements: [input, submit] };
const table = {
	tag: 'table',
	page_size: 10,
	columns: [{ name: 'a', display_name: '支部', data_type: 'text' }],
	rows: [{ a: '一支部' }],
};
const chart = (spec: object) => ({
	tag: 'chart',
	chart_spec: { type: 'bar', data: { values: [] }, ...spec },
});
const columns = (...elements: object[]) => ({
	tag: 'column_set',
	columns: [{ tag: 'column', width: 'weighted', weight: 1, elements }],
});
const nested = (levels: number): object => (levels === 0 ? words : columns(nested(levels - 1)));
const card = (...elements: object[]) => ({
	schema: '2.0',
	config: { update_multi: true, summary: { content: '会议通知' } },
	header: { title: plain('会议'), template: 'blue' },
	body: { elements },
});
/** lark/more: as documented, and refused. */
const bare: object = JSON.parse(
	readFileSync(
		new URL('../../lark/fixtures/more/card-picker_datetime-without-placeholder.json', import.meta.url),
		'utf8',
	),
);
const many = (count: number, element: object) => Array.from({ length: count }, () => element);

describe('a card is taken', () => {
	test.each([
		['words, buttons, a line', card(words, button, { tag: 'hr' })],
		['a form at the root', card(form)],
		['a submit button inside columns', card({ ...form, elements: [input, columns(submit)] })],
		['five tables of ten rows a page', card(...many(5, table))],
		['five charts', card(...many(5, chart({})))],
		['five levels of containers', card(nested(5))],
		['199 elements and the title', card(...many(199, words))],
		[
			'pickers',
			card({
				...form,
				elements: [
					{
						tag: 'date_picker',
						placeholder: { tag: 'plain_text', content: '请选择' },
						name: 'day',
						initial_date: '2026-12-10',
					},
					{ tag: 'picker_datetime', name: 'when', placeholder: plain('时间') },
					{
						tag: 'select_person',
						placeholder: { tag: 'plain_text', content: '请选择' },
						name: 'who',
						options: [{ value: 'ou_1' }],
					},
					{
						tag: 'select_static',
						placeholder: { tag: 'plain_text', content: '请选择' },
						name: 'one',
						options: [{ text: plain('甲'), value: 'a' }],
					},
					{
						tag: 'multi_select_static',
						placeholder: { tag: 'plain_text', content: '请选择' },
						name: 'some',
						options: [],
						selected_values: [],
					},
					{ tag: 'checker', name: 'yes', text: plain('同意'), checked: false },
					submit,
				],
			}),
		],
		[
			'people, a panel, a container',
			card(
				{ tag: 'person', user_id: 'ou_1' },
				{ tag: 'person_list', persons: [{ id: 'ou_1' }] },
				{ tag: 'collapsible_panel', header: { title: plain('依据') }, elements: [words] },
				{ tag: 'interactive_container', behaviors: button.behaviors, elements: [words] },
			),
		],
	])('%s', (_name, value) => {
		expect(validateCard(value)).toEqual({ ok: true });
	});
});

describe('a card is refused', () => {
	test.each([
		['the old structure', { config: {}, elements: [] }, 'schema'],
		['an empty body', card(), 'no elements'],
		['a picker without words', card({ ...form, elements: [bare, submit] }), 'placeholder'],
		['the tag action', card({ tag: 'action', actions: [button] }), 'action'],
		['the tag note', card({ tag: 'note', elements: [] }), 'note'],
		['an unknown property', card({ ...words, colour: 'red' }), 'colour'],
		['a property of old cards', { ...card(), config: { wide_screen_mode: true } }, 'wide_screen_mode'],
		['a value of old buttons', card({ ...button, value: { a: 1 } }), 'value'],
		['an unshared card', { ...card(), config: { update_multi: false } }, 'update_multi'],
		['a form inside columns', card(columns(form)), 'form'],
		['a form inside a form', card({ ...form, elements: [form, submit] }), 'form'],
		['a form without a name', card({ tag: 'form', elements: [submit] }), 'name'],
		['a form without a submit button', card({ ...form, elements: [input] }), 'submit'],
		['a field without a name', card({ ...form, elements: [{ tag: 'input' }, submit] }), 'name'],
		['two fields of one name', card({ ...form, elements: [input, input, submit] }), 'twice'],
		['a form of its field\u2019s name', card({ ...form, name: 'reason' }), 'twice'],
		[
			'a plain button inside a form',
			card({ ...form, elements: [{ ...button, name: 'b' }, submit] }),
			'form_action_type',
		],
		['required outside a form', card(input), 'required'],
		['a submit button outside a form', card(submit), 'form_action_type'],
		['a table inside columns', card(columns(table)), 'table'],
		['a table of eleven rows a page', card({ ...table, page_size: 11 }), 'page_size'],
		['six tables', card(...many(6, table)), 'tables'],
		['six charts', card(...many(6, chart({}))), 'charts'],
		['a chart of an unknown type', card(chart({ type: 'sankey' })), 'type'],
		['a function written in a chart', card(chart({ label: { format: '(d) => d.x' } })), 'function'],
		['a function in a chart', card(chart({ label: { format: () => '' } })), 'function'],
		['six levels of containers', card(nested(6)), 'nested'],
		['201 elements', card(...many(200, words)), '201'],
		['more than 30 KB', card({ ...words, content: '会'.repeat(10_300) }), 'bytes'],
		['a label of 101 characters', card({ ...button, text: plain('长'.repeat(101)) }), '100'],
		['an element_id with a dash', card({ ...words, element_id: 'a-b' }), 'element_id'],
		['no card at all', 'hello', 'card'],
	])('%s', (_name, value, reason) => {
		const verdict = validateCard(value);
		expect(verdict.ok).toBe(false);
		expect(verdict).toHaveProperty('reason', expect.stringContaining(reason));
	});
});
