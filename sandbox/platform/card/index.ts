import { z } from 'zod';
import { Outer } from './containers.ts';
import { Header } from './display.ts';
import { brokenRule } from './rules.ts';
import { arrangement, Links } from './text.ts';

const text = z.record(z.string(), z.string());

const Config = z.strictObject({
	streaming_mode: z.boolean().optional(),
	streaming_config: z.looseObject({}).optional(),
	summary: z.strictObject({ content: z.string().optional(), i18n_content: text.optional() }).optional(),
	locales: z.array(z.string()).optional(),
	enable_forward: z.boolean().optional(),
	update_multi: z.literal(true).optional(),
	width_mode: z.enum(['default', 'compact', 'fill']).optional(),
	use_custom_translation: z.boolean().optional(),
	enable_forward_interaction: z.boolean().optional(),
	style: z
		.strictObject({
			text_size: z.record(z.string(), text).optional(),
			color: z.record(z.string(), text).optional(),
		})
		.optional(),
});

const StrictCard = z.strictObject({
	schema: z.literal('2.0'),
	config: Config.optional(),
	card_link: Links.optional(),
	header: Header.optional(),
	body: z.strictObject({ ...arrangement, elements: z.array(Outer) }),
});

export const CARD_BYTES = 30 * 1024;

/**
 * Whether the platform would take this card (JSON 2.0), strictly by its documentation: known components and
 * properties only, their places, and the limits in number, depth and size. The reason is for the developer.
 */
export function validateCard(
	json: unknown,
): { readonly ok: true } | { readonly ok: false; readonly reason: string } {
	const broken = brokenShape(json) ?? brokenRule(json) ?? tooLarge(json);
	return broken === undefined ? { ok: true } : { ok: false, reason: broken };
}

function brokenShape(json: unknown): string | undefined {
	const issue = StrictCard.safeParse(json).error?.issues[0];
	if (!issue) return undefined;
	const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
	return `${path.join('').replace(/^\./, '') || 'card'}: ${issue.message}`;
}

function tooLarge(json: unknown): string | undefined {
	const bytes = Buffer.byteLength(JSON.stringify(json));
	return bytes > CARD_BYTES ? `${bytes} bytes, at most ${CARD_BYTES}` : undefined;
}
