import { z } from 'zod';
import type { TapUpdate } from '../../bot/vocabulary/index.ts';
import { actionOf, isRecord } from '../button-value.ts';
import { type Happened, id, operatorOf } from './envelope.ts';

const tapped = z.object({
	action: z.object({
		value: z.unknown().optional(),
		name: z.string().nullish(),
		form_value: z.unknown().optional(),
		input_value: z.unknown().optional(),
		option: z.unknown().optional(),
		options: z.unknown().optional(),
		checked: z.unknown().optional(),
	}),
});

const shown = z.object({ open_message_id: id, open_chat_id: id });

/** The card that was used: named in the event's context, at the event's root, or in a context beside the event. */
function cardOf(event: unknown, payload: unknown): z.infer<typeof shown> | undefined {
	const inner = isRecord(event) ? event.context : undefined;
	const outer = isRecord(payload) ? payload.context : undefined;
	for (const place of [inner, event, outer, payload]) {
		const { data } = shown.safeParse(place);
		if (data) return data;
	}
	return undefined;
}

export function readTap(event: unknown, happened: Happened, payload: unknown): TapUpdate | undefined {
	const { data } = tapped.safeParse(event);
	const by = operatorOf(event);
	const card = cardOf(event, payload);
	if (!data || !by || !card) return undefined;
	const { action } = data;
	const own = action.input_value ?? action.option ?? action.options ?? action.checked;
	const filled: [string, unknown][] = isRecord(action.form_value) ? Object.entries(action.form_value) : [];
	if (own !== undefined && own !== null) filled.push([action.name || 'option', own]);
	return {
		kind: 'tap',
		...happened,
		by,
		messageId: card.open_message_id,
		chatId: card.open_chat_id,
		action: actionOf(action.value),
		form: Object.fromEntries(filled.flatMap(answered)),
	};
}

/** What a field was answered with; fields left empty come as null or not at all. */
function answered([name, value]: [string, unknown]): [string, string | string[]][] {
	if (typeof value === 'string') return [[name, value]];
	if (typeof value === 'number' || typeof value === 'boolean') return [[name, String(value)]];
	if (!Array.isArray(value)) return [];
	return [[name, value.filter((item) => typeof item === 'string')]];
}
