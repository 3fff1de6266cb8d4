import { z } from 'zod';
import { validateCard } from '../../sandbox/platform/card/index.ts';

/**
 * Card JSON 2.0 as FEISHU.md has it, as far as this house draws it: an unknown property is an error, every picker has
 * its hint, charts keep the platform's own queries out. Stricter than the platform where it leaves us a choice; what it
 * limits itself (numbers, sizes, depth, forms) the box is asked for.
 */
const plainText = z.strictObject({
	tag: z.literal('plain_text'),
	content: z.string().min(1),
	text_size: z.string().optional(),
});

const width = z.enum(['auto', 'fill', 'weighted']);
const behaviors = z.array(z.strictObject({ type: z.literal('callback'), value: z.json() })).min(1);
const confirm = z.strictObject({ title: plainText, text: plainText });

const button = z.strictObject({
	tag: z.literal('button'),
	text: plainText,
	type: z.enum(['default', 'primary', 'danger']),
	size: z.enum(['small', 'medium', 'large']),
	behaviors,
	confirm: confirm.optional(),
	name: z.string().min(1).optional(),
	form_action_type: z.literal('submit').optional(),
});

const filled = { name: z.string().min(1), required: z.boolean(), width, placeholder: plainText };
const options = z.array(z.strictObject({ text: plainText, value: z.string().min(1) })).min(1);

const field = z.discriminatedUnion('tag', [
	z.strictObject({
		tag: z.literal('input'),
		...filled,
		placeholder: plainText.optional(),
		default_value: z.string().optional(),
		input_type: z.literal('multiline_text').optional(),
		rows: z.number().int().positive().optional(),
	}),
	z.strictObject({
		tag: z.literal('picker_datetime'),
		...filled,
		initial_datetime: z
			.string()
			.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
			.optional(),
	}),
	z.strictObject({ tag: z.literal('date_picker'), ...filled, initial_date: z.iso.date().optional() }),
	z.strictObject({
		tag: z.literal('select_static'),
		...filled,
		options,
		initial_option: z.string().optional(),
	}),
	z.strictObject({
		tag: z.literal('multi_select_static'),
		...filled,
		options,
		selected_values: z.array(z.string()).optional(),
	}),
	z.strictObject({ tag: z.literal('select_person'), ...filled, initial_option: z.string().optional() }),
]);

const div = z.strictObject({ tag: z.literal('div'), text: plainText });
const markdown = z.strictObject({
	tag: z.literal('markdown'),
	// A single line break may be ignored: `<br>`; `<at id=all>` would call everybody.
	content: z
		.string()
		.min(1)
		.regex(/^[^\n]*$/)
		.refine((text) => !/<at id=["']?all/i.test(text), 'calls everybody'),
	text_size: z.string(),
});

const column = z.strictObject({
	tag: z.literal('column'),
	width,
	weight: z.number().int().min(1).max(5).optional(),
	elements: z.array(z.union([div, markdown, button])).min(1),
});
const columnSet = z.strictObject({
	tag: z.literal('column_set'),
	flex_mode: z.enum(['none', 'flow', 'stretch', 'bisect', 'trisect']),
	columns: z.array(column).min(1),
});

const form = z.strictObject({
	tag: z.literal('form'),
	name: z.string().min(1),
	elements: z.array(z.union([div, markdown, field, button])).min(1),
});

/** As many columns as a phone of 390 points shows whole. */
export const COLUMNS_ON_A_PHONE = 2;

const table = z.strictObject({
	tag: z.literal('table'),
	page_size: z.number().int().min(1).max(10),
	row_height: z.literal('auto').optional(),
	columns: z
		.array(
			z.strictObject({
				name: z.string().min(1),
				display_name: z.string().min(1),
				data_type: z.literal('text'),
				width: z
					.string()
					.regex(/^(auto|\d{1,3}%|\d{2,3}px)$/)
					.optional(),
			}),
		)
		.min(1)
		.max(COLUMNS_ON_A_PHONE),
	rows: z.array(z.record(z.string(), z.string())),
});

const chart = z.strictObject({
	tag: z.literal('chart'),
	height: z.string().regex(/^(auto|\d{1,3}px)$/),
	chart_spec: z.looseObject({ type: z.string(), media: z.tuple([]) }),
});

const element = z.union([
	z.discriminatedUnion('tag', [div, markdown, button, columnSet, table, chart]),
	z.strictObject({ tag: z.literal('hr') }),
	form,
]);

export const cardJson = z
	.strictObject({
		schema: z.literal('2.0'),
		config: z.strictObject({
			update_multi: z.literal(true),
			enable_forward: z.literal(false),
			summary: z.strictObject({ content: z.string().min(1) }),
		}),
		header: z.strictObject({
			title: plainText,
			template: z.enum(['blue', 'green', 'orange', 'red']),
		}),
		body: z.strictObject({ elements: z.array(element).min(1) }),
	})
	.superRefine((card, issues) => {
		const verdict = validateCard(card);
		if (!verdict.ok) issues.addIssue(verdict.reason);
	});

/** What is wrong with the content of a card as the wire carries it, in one line; undefined when nothing is. */
export function wrongInCard(content: string): string | undefined {
	const { error } = cardJson.safeParse(JSON.parse(content));
	return error && `${z.prettifyError(error)}\n${content}`;
}
