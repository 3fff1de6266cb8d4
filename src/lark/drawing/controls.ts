import type { Block, Button, Choice, Field } from '../../bot/vocabulary/index.ts';
import { buttonValue } from '../button-value.ts';
import { drawRich, plainText } from './text.ts';

const TYPES = { primary: 'primary', plain: 'default', danger: 'danger' } as const;

/** One button stands alone; several stand side by side and wrap where the screen is narrow. */
export function drawButtons(buttons: readonly Button[]): object[] {
	if (buttons.length < 2) return buttons.map(drawButton);
	const columns = buttons.map((button) => ({
		tag: 'column',
		width: 'auto',
		elements: [drawButton(button)],
	}));
	return [{ tag: 'column_set', flex_mode: 'flow', columns }];
}

export function drawButton(button: Button): object {
	return {
		tag: 'button',
		text: plainText(button.label),
		type: TYPES[button.style ?? 'plain'],
		size: 'large',
		behaviors: [{ type: 'callback', value: buttonValue(button.action) }],
		...(button.confirm && {
			confirm: { title: plainText(button.confirm.title), text: plainText(button.confirm.text) },
		}),
	};
}

type Form = Extract<Block, { kind: 'form' }>;

/** A form, its fields in order and one button that sends them together with its own action. */
export function drawForm({ name, fields, submit }: Form): object {
	return {
		tag: 'form',
		name,
		elements: [
			...fields.flatMap((field) => [drawRich(field.label), drawField(field)]),
			{ ...drawButton(submit), name: `${name}_submit`, form_action_type: 'submit' },
		],
	};
}

/** The platform refuses a picker without one (FEISHU.md); the words beside it say what is wanted. */
const hint = ({ label }: Field) => ({
	placeholder: plainText(
		[...signs.segment(label)]
			.slice(0, LONGEST_HINT)
			.map(({ segment }) => segment)
			.join(''),
	),
});
const LONGEST_HINT = 100;
const signs = new Intl.Segmenter();

function drawField(field: Field): object {
	const base = { name: field.name, required: field.required ?? false, width: 'fill' };
	switch (field.kind) {
		case 'input':
			return {
				tag: 'input',
				...base,
				...(field.placeholder && { placeholder: plainText(field.placeholder) }),
				...(field.value && { default_value: field.value }),
				...((field.lines ?? 1) > 1 && { input_type: 'multiline_text', rows: field.lines }),
			};
		case 'date-time':
			return {
				tag: 'picker_datetime',
				...base,
				...hint(field),
				...(field.value && { initial_datetime: field.value }),
			};
		case 'date':
			return {
				tag: 'date_picker',
				...base,
				...hint(field),
				...(field.value && { initial_date: field.value }),
			};
		case 'choice':
			return {
				tag: 'select_static',
				...base,
				...hint(field),
				options: options(field.choices),
				...(field.value && { initial_option: field.value }),
			};
		case 'choices':
			return {
				tag: 'multi_select_static',
				...base,
				...hint(field),
				options: options(field.choices),
				...(field.value && { selected_values: field.value.split(',') }),
			};
		case 'account':
			return {
				tag: 'select_person',
				...base,
				...hint(field),
				...(field.value && { initial_option: field.value }),
			};
	}
}

function options(choices: readonly Choice[]): object[] {
	return choices.map(({ label, value }) => ({ text: plainText(label), value }));
}
