import { z } from 'zod';

/** Pieces that many components share. Properties as the documentation of card JSON 2.0 lists them; history ones are refused. */

const pixels = (lowest: number) =>
	z
		.string()
		.refine(
			(text) =>
				text.split(' ').length <= 4 &&
				text.split(' ').every((side) => /^-?\d{1,2}(px)?$/.test(side) && Number.parseInt(side, 10) >= lowest),
			'up to four lengths in px',
		);

export const Margin = pixels(-99);
export const Padding = pixels(0);
export const Spacing = z.string().regex(/^(default|small|medium|large|extra_large|\d{1,2}px)$/);
export const Color = z.string().regex(/^([a-z_]+(-[a-z0-9]+)*|rgba\([\d., ]+\))$/, 'a colour name or rgba()');
export const Width = z.string().regex(/^(default|fill|[1-9]\d{2,}px)$/);
export const Align = z.enum(['left', 'center', 'right']);
export const Upright = z.enum(['top', 'center', 'bottom']);
export const Direction = z.enum(['vertical', 'horizontal']);
const translated = z.record(z.string(), z.string()).optional();

/** What every component may carry. `element_id`: a letter, then letters, digits and underscores, 20 in all. */
export const base = {
	element_id: z
		.string()
		.regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/)
		.optional(),
	margin: Margin.optional(),
};

/** How a container arranges what is in it. */
export const arrangement = {
	direction: Direction.optional(),
	padding: Padding.optional(),
	horizontal_spacing: Spacing.optional(),
	horizontal_align: Align.optional(),
	vertical_spacing: Spacing.optional(),
	vertical_align: Upright.optional(),
};

export const PlainText = z.strictObject({
	tag: z.literal('plain_text'),
	content: z.string(),
	i18n_content: translated,
});
/** Labels of buttons and place-holders of fields. */
export const ShortText = z.strictObject({
	tag: z.literal('plain_text'),
	content: z.string().max(100, 'at most 100 characters'),
	i18n_content: translated,
});
export const RichText = z.strictObject({
	tag: z.enum(['plain_text', 'lark_md']),
	content: z.string(),
	i18n_content: translated,
	element_id: base.element_id,
	text_size: z.string().optional(),
	text_color: Color.optional(),
	text_align: Align.optional(),
	lines: z.int().min(1).optional(),
});

const icon = { token: z.string().optional(), color: Color.optional(), img_key: z.string().optional() };
const IconTag = z.enum(['standard_icon', 'custom_icon']);
export const Icon = z.strictObject({ tag: IconTag, ...icon });
export const SizedIcon = z.strictObject({ tag: IconTag, ...icon, size: z.string().optional() });

export const Confirm = z.strictObject({ title: PlainText, text: PlainText });

const urls = {
	android_url: z.string().optional(),
	ios_url: z.string().optional(),
	pc_url: z.string().optional(),
};
export const Links = z.strictObject({ url: z.string().optional(), ...urls });
export const Behaviors = z.array(
	z.discriminatedUnion('type', [
		z.strictObject({ type: z.literal('open_url'), default_url: z.string().optional(), ...urls }),
		z.strictObject({
			type: z.literal('callback'),
			value: z.union([z.string(), z.record(z.string(), z.unknown())]),
		}),
	]),
);
