import { z } from 'zod';
import { Align, base, Color, Icon, Padding, PlainText, RichText, Upright } from './text.ts';

/** Components that only show. */
export const Div = z.strictObject({
	tag: z.literal('div'),
	...base,
	width: z.string().optional(),
	text: RichText.optional(),
	icon: Icon.optional(),
});

export const Markdown = z.strictObject({
	tag: z.literal('markdown'),
	...base,
	content: z.string(),
	i18n_content: z.record(z.string(), z.string()).optional(),
	text_size: z.string().optional(),
	text_align: Align.optional(),
	icon: Icon.optional(),
});

export const Image = z.strictObject({
	tag: z.literal('img'),
	...base,
	img_key: z.string(),
	alt: PlainText,
	title: RichText.optional(),
	corner_radius: z.string().optional(),
	scale_type: z.enum(['crop_center', 'fit_horizontal', 'crop_top']).optional(),
	size: z.string().optional(),
	transparent: z.boolean().optional(),
	preview: z.boolean().optional(),
});

const PersonSize = z.enum(['extra_small', 'small', 'medium', 'large']);
export const Person = z.strictObject({
	tag: z.literal('person'),
	...base,
	user_id: z.string(),
	size: PersonSize.optional(),
	show_avatar: z.boolean().optional(),
	show_name: z.boolean().optional(),
	style: z.enum(['normal', 'capsule']).optional(),
});

export const PersonList = z.strictObject({
	tag: z.literal('person_list'),
	...base,
	persons: z.array(z.strictObject({ id: z.string() })),
	size: PersonSize.optional(),
	lines: z.int().min(1).optional(),
	show_avatar: z.boolean().optional(),
	show_name: z.boolean().optional(),
	drop_invalid_user_id: z.boolean().optional(),
	icon: Icon.optional(),
});

export const Rule = z.strictObject({ tag: z.literal('hr'), ...base });

/** The kinds of chart the documentation shows; bar stands for bar and column, pie for pie and ring. */
const ChartKind = z.enum([
	'line',
	'area',
	'bar',
	'pie',
	'common',
	'funnel',
	'scatter',
	'radar',
	'linearProgress',
	'circularProgress',
	'wordCloud',
]);
export const Chart = z.strictObject({
	tag: z.literal('chart'),
	...base,
	chart_spec: z.looseObject({ type: ChartKind }),
	aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
	color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
	preview: z.boolean().optional(),
	height: z
		.string()
		.regex(/^(auto|[1-9]\d{0,2}px)$/)
		.optional(),
});

const Column = z.strictObject({
	name: z.string().min(1),
	display_name: z.string().optional(),
	width: z
		.string()
		.regex(/^(auto|\d{2,3}px|\d{1,3}%)$/)
		.optional(),
	vertical_align: Upright.optional(),
	horizontal_align: Align.optional(),
	data_type: z.enum(['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown']),
	format: z
		.strictObject({
			precision: z.int().min(0).max(10).optional(),
			symbol: z.string().max(1).optional(),
			separator: z.boolean().optional(),
		})
		.optional(),
	date_format: z.string().optional(),
});
export const Table = z.strictObject({
	tag: z.literal('table'),
	...base,
	page_size: z.int().min(1).max(10).optional(),
	row_height: z
		.string()
		.regex(/^(low|middle|high|auto|\d{2,3}px)$/)
		.optional(),
	row_max_height: z.string().optional(),
	freeze_first_column: z.boolean().optional(),
	header_style: z
		.strictObject({
			text_align: Align.optional(),
			text_size: z.enum(['normal', 'heading']).optional(),
			background_style: z.enum(['none', 'grey']).optional(),
			text_color: z.enum(['default', 'grey']).optional(),
			bold: z.boolean().optional(),
			lines: z.int().min(1).optional(),
		})
		.optional(),
	columns: z.array(Column).min(1),
	rows: z.array(z.record(z.string(), z.unknown())),
});

const TextTag = z.strictObject({
	tag: z.literal('text_tag'),
	element_id: base.element_id,
	text: PlainText,
	color: Color.optional(),
});
export const Header = z.strictObject({
	title: RichText,
	subtitle: RichText.optional(),
	text_tag_list: z.array(TextTag).optional(),
	i18n_text_tag_list: z.record(z.string(), z.array(TextTag)).optional(),
	template: z
		.enum([
			'blue',
			'wathet',
			'turquoise',
			'green',
			'yellow',
			'orange',
			'red',
			'carmine',
			'violet',
			'purple',
			'indigo',
			'grey',
			'default',
		])
		.optional(),
	icon: Icon.optional(),
	padding: Padding.optional(),
});
