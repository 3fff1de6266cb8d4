import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateCard } from '../../sandbox/platform/index.ts';
import type { Action, Block, Card, Field } from '../../src/bot/vocabulary/index.ts';
import { readEvent } from '../../src/lark/events/index.ts';
import { answerBody, drawCard, drawText } from '../../src/lark/index.ts';
import { all, cardOf, elementsOf, markdownOf } from './drawn.ts';
import { eventOf } from './sealing.ts';

describe('a card', () => {
	it('has the colour of its tone and a preview for the locked phone', () => {
		const templates: [Card['tone'], string][] = [
			['plain', 'blue'],
			['good', 'green'],
			['careful', 'orange'],
			['urgent', 'red'],
		];
		for (const [tone, template] of templates) {
			const card: Card = { ...cardOf(), tone, lockScreen: '有新通知' };
			expect(drawCard(card)).toEqual({
				schema: '2.0',
				config: { update_multi: true, enable_forward: false, summary: { content: '有新通知' } },
				header: { title: { tag: 'plain_text', content: '会议' }, template },
				body: {
					elements: [{ tag: 'div', text: { tag: 'plain_text', content: '会议', text_size: 'heading' } }],
				},
			});
		}
		expect(drawCard(cardOf())).toMatchObject({ config: { summary: { content: '会议' } } });
	});

	it('says beside every picker what is wanted', () => {
		const kinds = ['date-time', 'date', 'account'] as const;
		const choices = [{ value: '1', label: '甲' }];
		const fields: Field[] = [
			...kinds.map((kind) => ({ name: kind, label: `选${kind}`, kind })),
			{ name: 'one', label: '选一个', kind: 'choice', choices },
			{ name: 'some', label: '选几个', kind: 'choices', choices },
		];
		const submit = { label: '好', action: { command: 'x', args: {} } };
		const card = drawCard(cardOf({ kind: 'form', name: 'f', fields, submit }));
		expect(validateCard(card)).toEqual({ ok: true });
		expect(all(card, 'placeholder').map(({ placeholder }) => placeholder)).toEqual(
			fields.map(({ label }) => ({ tag: 'plain_text', content: label })),
		);
	});

	it('keeps the platform’s own queries out of charts', () => {
		const bars = [{ label: '一支部', value: 3 }];
		expect(elementsOf({ kind: 'chart', title: '人数', bars })).toMatchObject([{ chart_spec: { media: [] } }]);
	});

	it('draws lists, facts and lines', () => {
		expect(drawCard(cardOf({ kind: 'list', items: ['一', '二'] }, { kind: 'line' }))).toMatchObject({
			body: { elements: [{ tag: 'div', text: { content: '• 一\n• 二' } }, { tag: 'hr' }] },
		});
		expect(drawCard(cardOf({ kind: 'list', items: [] }))).toMatchObject({
			body: { elements: [{ tag: 'div' }] },
		});
		const long = '一行放不下的一项，后面还有一些字';
		expect(elementsOf({ kind: 'list', items: [`${long}，还有`, '二'] })).toMatchObject([
			{ tag: 'div', text: { content: `• ${long}，还有` } },
			{ tag: 'div', text: { content: '• 二' } },
		]);
		expect(markdownOf({ kind: 'list', items: [['甲', { bold: '乙' }], '丙'] })).toBe('• 甲**乙**<br>• 丙');
		const [set] = elementsOf({ kind: 'facts', rows: [['地点', '二楼']] });
		expect(set).toMatchObject({
			tag: 'column_set',
			columns: [{ elements: [{ text: { content: '地点' } }] }, { elements: [{ text: { content: '二楼' } }] }],
		});
	});

	it('gives values the more room the shorter their labels are', () => {
		const weights = (...labels: string[]) =>
			elementsOf({ kind: 'facts', rows: labels.map((label) => [label, '二楼'] as const) }).map((row) =>
				JSON.stringify(row).match(/(?<="weight":)\d/g),
			);
		expect(weights('时间', 'Branch')).toEqual(Array(2).fill(['1', '3']));
		expect(weights('时间', '现在该谁办')).toEqual(Array(2).fill(['1', '2']));
	});

	it('measures what a line holds by the width of its signs', () => {
		const two = (item: string) => elementsOf({ kind: 'list', items: [item, '二'] });
		expect(two('Lee Wong, without Feishu')).toHaveLength(1);
		expect(two('把转接退回去，请写明退回的原因')).toHaveLength(1);
		expect(two('把转接退回去，请写明退回的原因。')).toHaveLength(2);
	});

	it('draws a table in pages of at most ten, cells as plain text', () => {
		const rows = Array.from({ length: 23 }, (_, index) => [`<b>${index}`]);
		const [table] = elementsOf({ kind: 'table', columns: ['支部', '应到'], rows });
		expect(table).toMatchObject({
			tag: 'table',
			page_size: 10,
			row_height: 'auto',
			columns: [
				{ name: 'c0', display_name: '支部', data_type: 'text', width: '50%' },
				{ name: 'c1', display_name: '应\u2060到', data_type: 'text', width: '50%' },
			],
		});
		expect(table).toHaveProperty('rows.22', { c0: '<b>22', c1: '' });
		expect(elementsOf({ kind: 'table', columns: ['x'], rows: [] })[0]).toMatchObject({ page_size: 1 });
	});

	it('shows two columns, the others by name in the second, so that a phone cuts none off', () => {
		const [table] = elementsOf({
			kind: 'table',
			columns: ['支部', '出席率', '开会'],
			rows: [['一支部', '92%（46÷50）', '2/3']],
		});
		expect(table).toMatchObject({
			row_height: 'auto',
			columns: [
				{ display_name: '支部', width: '45%' },
				{ display_name: '出\u2060席\u2060率\u00a0· 开\u2060会', width: '55%' },
			],
			rows: [{ c0: '一支部', c1: '出\u2060席\u2060率\u00a092%（46÷50）\u00a0· 开\u2060会\u00a02/3' }],
		});
	});

	it('keeps a number in one line with what it counts, and a day and a time each in one', () => {
		const at = '12月10日（周三）下午3点30分';
		const whole = '12\u2060月\u206010\u2060日（周\u2060三）下\u2060午\u20603\u2060点30\u2060分';
		expect(
			JSON.stringify(drawCard({ ...cardOf({ kind: 'text', text: at }), title: at })).split(whole),
		).toHaveLength(3);
		expect(markdownOf({ kind: 'text', text: [{ bold: at }] })).toBe(`**${whole}**`);
		expect(drawText(at)).toContain(whole);
	});

	it('draws a chart as lying bars of data alone, each with its number', () => {
		const bars = [{ label: '一\u0007支部', value: 92 }, { label: '二支部' }, { label: '三支部', value: 0 }];
		const card = cardOf({ kind: 'chart', title: '出席率（%）', bars });
		expect(elementsOf(...card.body)).toMatchObject([
			{
				tag: 'chart',
				chart_spec: {
					type: 'bar',
					direction: 'horizontal',
					title: { text: '出席率（%）' },
					label: { visible: true },
					data: [
						{
							values: [
								{ name: '一支部', value: 92 },
								{ name: '三支部', value: 0 },
							],
						},
					],
				},
			},
		]);
		expect(validateCard(drawCard(card))).toEqual({ ok: true });
	});

	it('puts one button alone and several side by side', () => {
		const button = (label: string) => ({ label, action: { command: label, args: {} } });
		expect(drawCard(cardOf({ kind: 'buttons', buttons: [button('a')] }))).toMatchObject({
			body: { elements: [{ tag: 'button' }] },
		});
		expect(drawCard(cardOf({ kind: 'buttons', buttons: [button('a'), button('b')] }))).toMatchObject({
			body: { elements: [{ tag: 'column_set', flex_mode: 'flow', columns: [{ width: 'auto' }, {}] }] },
		});
		const confirm = { title: '取消会议？', text: '大家会收到通知。' };
		const [alone] = elementsOf({ kind: 'buttons', buttons: [{ ...button('a'), style: 'danger', confirm }] });
		expect(alone).toMatchObject({ type: 'danger', confirm: { title: { content: '取消会议？' } } });
	});

	it('draws every kind of field with its name and value, and one submit', () => {
		const choices = [{ value: '1', label: '党课' }];
		const fields: Field[] = [
			{ kind: 'input', name: 'a', label: '主题', value: 'x', required: true, placeholder: '如：学习' },
			{ kind: 'input', name: 'b', label: '说明', lines: 4 },
			{ kind: 'date-time', name: 'c', label: '时间', value: '2026-10-04 15:00' },
			{ kind: 'date', name: 'd', label: '日期', value: '2026-10-04' },
			{ kind: 'choice', name: 'e', label: '类别', choices, value: '1' },
			{ kind: 'choices', name: 'f', label: '类别', choices, value: '1,2' },
			{ kind: 'account', name: 'g', label: '谁', value: 'ou_1' },
		];
		const submit = { label: '提交', action: { command: '会议', args: {} } };
		const [form] = elementsOf({ kind: 'form', name: 'plan', fields, submit });
		const named = all(form, 'name').filter(({ tag }) => tag !== 'form');
		expect(named).toMatchObject([
			{ tag: 'input', name: 'a', required: true, default_value: 'x', placeholder: { content: '如：学习' } },
			{ tag: 'input', name: 'b', required: false, input_type: 'multiline_text', rows: 4 },
			{ tag: 'picker_datetime', name: 'c', initial_datetime: '2026-10-04 15:00' },
			{ tag: 'date_picker', name: 'd', initial_date: '2026-10-04' },
			{ tag: 'select_static', name: 'e', initial_option: '1', options: [{ value: '1' }] },
			{ tag: 'multi_select_static', name: 'f', selected_values: ['1', '2'] },
			{ tag: 'select_person', name: 'g', initial_option: 'ou_1' },
			{ tag: 'button', name: 'plan_submit', form_action_type: 'submit' },
		]);
	});
});

describe('a button', () => {
	const action: fc.Arbitrary<Action> = fc.record(
		{
			command: fc.string({ unit: 'binary', minLength: 1 }),
			args: fc.dictionary(fc.string(), fc.string({ unit: 'binary' }), { noNullPrototype: true }),
			opens: fc.constant(true),
		},
		{ requiredKeys: ['command', 'args'] },
	);

	it('tapped gives back its action, alone, among others and as the submit of a form', () => {
		fc.assert(
			fc.property(action, fc.constantFrom('alone', 'among', 'form'), (expected, place) => {
				const button = { label: '好', action: expected };
				const block: Block =
					place === 'form'
						? { kind: 'form', name: 'f', fields: [], submit: button }
						: { kind: 'buttons', buttons: place === 'alone' ? [button] : [button, button] };
				const sent = JSON.parse(JSON.stringify(drawCard(cardOf(block))));
				const [callback] = all(sent, 'behaviors').flatMap(({ behaviors }) => all(behaviors, 'value'));
				const read = readEvent(
					eventOf('card.action.trigger', {
						operator: { open_id: 'ou_1' },
						action: { tag: 'button', value: callback?.value },
						context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
					}),
				);
				expect(read).toMatchObject({ update: { action: expected } });
				if (read.kind === 'update' && read.update.kind === 'tap')
					expect(read.update.action).toEqual(expected);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('the answer to a tap', () => {
	it('is empty, a toast, or a card', () => {
		expect(answerBody({})).toEqual({});
		expect(answerBody({ toast: { tone: 'success', text: '已登记' } })).toEqual({
			toast: { type: 'success', content: '已登记' },
		});
		expect(answerBody({ card: cardOf() })).toEqual({ card: { type: 'raw', data: drawCard(cardOf()) } });
	});
});
