import { z } from 'zod';
import {
	Behaviors,
	base,
	Confirm,
	Icon,
	Links,
	Padding,
	PlainText,
	RichText,
	ShortText,
	Width,
} from './text.ts';

/** Components that answer. `name` and `required` count inside a form only; rules.ts looks after that. */
const field = {
	...base,
	name: z.string().min(1).optional(),
	required: z.boolean().optional(),
	disabled: z.boolean().optional(),
	width: Width.optional(),
	placeholder: ShortText.optional(),
	behaviors: Behaviors.optional(),
	confirm: Confirm.optional(),
};

const button = {
	...base,
	name: z.string().min(1).optional(),
	type: z
		.enum([
			'default',
			'primary',
			'danger',
			'text',
			'primary_text',
			'danger_text',
			'primary_filled',
			'danger_filled',
			'laser',
		])
		.optional(),
	size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
	width: Width.optional(),
	text: ShortText.optional(),
	icon: Icon.optional(),
	hover_tips: PlainText.optional(),
	disabled: z.boolean().optional(),
	disabled_tips: PlainText.optional(),
	confirm: Confirm.optional(),
	behaviors: Behaviors.optional(),
	form_action_type: z.enum(['submit', 'reset']).optional(),
};
export const Button = z.strictObject({ tag: z.literal('button'), ...button });

export const Input = z.strictObject({
	tag: z.literal('input'),
	...field,
	disabled_tips: PlainText.optional(),
	default_value: z.string().optional(),
	max_length: z.int().min(1).max(1000).optional(),
	input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
	rows: z.int().min(1).optional(),
	auto_resize: z.boolean().optional(),
	max_rows: z.int().min(1).optional(),
	show_icon: z.boolean().optional(),
	label: PlainText.optional(),
	label_position: z.enum(['top', 'left']).optional(),
});

export const Overflow = z.strictObject({
	tag: z.literal('overflow'),
	...base,
	width: Width.optional(),
	options: z
		.array(
			z.strictObject({
				text: ShortText.optional(),
				multi_url: Links.optional(),
				value: z.string().optional(),
			}),
		)
		.min(1),
	behaviors: Behaviors.optional(),
	confirm: Confirm.optional(),
});

const choices = z
	.array(z.strictObject({ text: PlainText, icon: Icon.optional(), value: z.string() }))
	.refine(
		(options) => new Set(options.map((option) => option.value)).size === options.length,
		'two options share a value',
	);
const people = z.array(z.strictObject({ value: z.string() }));
const Border = z.enum(['default', 'text']).optional();

export const Select = z.strictObject({
	tag: z.literal('select_static'),
	...field,
	type: Border,
	options: choices.optional(),
	initial_option: z.string().optional(),
	initial_index: z.int().min(0).optional(),
});
export const MultiSelect = z.strictObject({
	tag: z.literal('multi_select_static'),
	...field,
	type: Border,
	options: choices.optional(),
	selected_values: z.array(z.string()).optional(),
});
export const SelectPerson = z.strictObject({
	tag: z.literal('select_person'),
	...field,
	type: Border,
	options: people.optional(),
	initial_option: z.string().optional(),
});
export const MultiSelectPerson = z.strictObject({
	tag: z.literal('multi_select_person'),
	...field,
	type: Border,
	options: people.optional(),
	selected_values: z.array(z.string()).optional(),
});

export const DatePicker = z.strictObject({
	tag: z.literal('date_picker'),
	...field,
	initial_date: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}$/)
		.optional(),
});
export const TimePicker = z.strictObject({
	tag: z.literal('picker_time'),
	...field,
	initial_time: z
		.string()
		.regex(/^\d{2}:\d{2}$/)
		.optional(),
});
export const DateTimePicker = z.strictObject({
	tag: z.literal('picker_datetime'),
	...field,
	initial_datetime: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
		.optional(),
});

export const Checker = z.strictObject({
	tag: z.literal('checker'),
	...base,
	name: z.string().min(1).optional(),
	checked: z.boolean().optional(),
	text: RichText.optional(),
	overall_checkable: z.boolean().optional(),
	button_area: z
		.strictObject({
			pc_display_rule: z.enum(['always', 'on_hover']).optional(),
			buttons: z.array(Button).max(3).optional(),
		})
		.optional(),
	checked_style: z
		.strictObject({
			show_strikethrough: z.boolean().optional(),
			opacity: z.number().min(0).max(1).optional(),
		})
		.optional(),
	padding: Padding.optional(),
	confirm: Confirm.optional(),
	behaviors: Behaviors.optional(),
	hover_tips: PlainText.optional(),
	disabled: z.boolean().optional(),
	disabled_tips: PlainText.optional(),
});
