import { z } from 'zod';
import { Chart, Div, Image, Markdown, Person, PersonList, Rule, Table } from './display.ts';
import {
	Button,
	Checker,
	DatePicker,
	DateTimePicker,
	Input,
	MultiSelect,
	MultiSelectPerson,
	Overflow,
	Select,
	SelectPerson,
	TimePicker,
} from './interactive.ts';
import {
	arrangement,
	Behaviors,
	base,
	Color,
	Confirm,
	Links,
	Padding,
	PlainText,
	SizedIcon,
	Upright,
} from './text.ts';

const children = z.array(z.lazy((): z.ZodType => Inner));
const jump = z.strictObject({ multi_url: Links.optional() }).optional();

const Column = z.strictObject({
	tag: z.literal('column'),
	...base,
	...arrangement,
	background_style: Color.optional(),
	width: z
		.string()
		.regex(/^(auto|weighted|\d{2,3}px)$/)
		.optional(),
	weight: z.int().min(1).max(5).optional(),
	action: jump,
	elements: children.optional(),
});
const ColumnSet = z.strictObject({
	tag: z.literal('column_set'),
	...base,
	horizontal_spacing: arrangement.horizontal_spacing,
	horizontal_align: arrangement.horizontal_align,
	flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
	background_style: Color.optional(),
	action: jump,
	columns: z.array(Column),
});

const InteractiveContainer = z.strictObject({
	tag: z.literal('interactive_container'),
	...base,
	...arrangement,
	width: z
		.string()
		.regex(/^(fill|auto|\d{2,3}px)$/)
		.optional(),
	height: z
		.string()
		.regex(/^(auto|\d{2,3}px)$/)
		.optional(),
	background_style: Color.optional(),
	has_border: z.boolean().optional(),
	border_color: Color.optional(),
	corner_radius: z.string().optional(),
	behaviors: Behaviors,
	hover_tips: PlainText.optional(),
	disabled: z.boolean().optional(),
	disabled_tips: PlainText.optional(),
	confirm: Confirm.optional(),
	elements: children,
});

const CollapsiblePanel = z.strictObject({
	tag: z.literal('collapsible_panel'),
	...base,
	...arrangement,
	expanded: z.boolean().optional(),
	background_color: Color.optional(),
	header: z.strictObject({
		title: z
			.strictObject({ tag: z.enum(['plain_text', 'markdown']), content: z.string().optional() })
			.optional(),
		background_color: Color.optional(),
		width: z.enum(['fill', 'auto', 'auto_when_fold']).optional(),
		vertical_align: Upright.optional(),
		padding: Padding.optional(),
		position: z.string().optional(),
		icon: SizedIcon.optional(),
		icon_position: z.enum(['left', 'right', 'follow_text']).optional(),
		icon_expanded_angle: z.literal([-180, -90, 90, 180]).optional(),
	}),
	border: z.strictObject({ color: Color.optional(), corner_radius: z.string().optional() }).optional(),
	elements: children.optional(),
});

const Form = z.strictObject({
	tag: z.literal('form'),
	...base,
	...arrangement,
	name: z.string().min(1),
	elements: children,
});

const inner = [
	Div,
	Markdown,
	Image,
	Person,
	PersonList,
	Rule,
	Chart,
	Button,
	Input,
	Overflow,
	Select,
	MultiSelect,
	SelectPerson,
	MultiSelectPerson,
	DatePicker,
	TimePicker,
	DateTimePicker,
	Checker,
	ColumnSet,
	InteractiveContainer,
	CollapsiblePanel,
] as const;
const strange = (issue: { input?: unknown }) =>
	`component not allowed here: ${tagOf(issue.input) ?? 'no tag'}`;
const tagOf = (value: unknown) => z.looseObject({ tag: z.string() }).safeParse(value).data?.tag;

/** What may stand inside a container: everything but forms and tables, which stand at the root only. */
const Inner = z.discriminatedUnion('tag', inner, { error: strange });
/** What may stand at the root of a card. */
export const Outer = z.discriminatedUnion('tag', [...inner, Form, Table], { error: strange });
