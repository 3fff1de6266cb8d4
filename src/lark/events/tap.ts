import { z } from 'zod';
import type { TapUpdate } from '../../bot/vocabulary/index.ts';
import { actionOf, isRecord } from '../button-value.ts';
import { account, type Happened, id } from './envelope.ts';

const tapped = z.object({
	operator: account,
	action: z.object({
		value: z.unknown().optional(),
		name: z.string().nullish(),
		form_value: z.unknown().optional(),
		input_value: z.unknown().optional(),
		option: z.unknown().optional(),
		options: z.unknown().optional(),
		checked: z.unknown().optional(),
	}),
	context: z.object({ open_message_id: id, open_chat_id: id }),
});

export function readTap(event: unknown, happened: Happened): TapUpdate | undefined {
	const { data } = tapped.safeParse(event);
	if (!data) return undefined;
	const { action, context, operator } = data;
	const own = action.input_value ?? action.option ?? action.options ?? action.checked;
	const filled: [string, unknown][] = isRecord(action.form_value) ? Object.entries(action.form_value) : [];
	if (own !== undefined && own !== null) filled.push([action.name || 'option', own]);
	return {
		kind: 'tap',
		...happened,
		by: operator.open_id,
		messageId: context.open_message_id,
		chatId: context.open_chat_id,
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
