import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { checkCard } from '../api/content.ts';
import { CARD_LIFE_MS } from '../api/messages.ts';
import type { Box } from '../box.ts';
import { callbackOf, type Place, places } from '../card/tree.ts';
import type { Message, TapAction, TapResult } from '../contract.ts';
import { idsOf } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { envelope, UNSENT } from './envelope.ts';
import { formValue, offers, picked } from './form-value.ts';
import { seat } from './talk.ts';

/** The answer to a card callback; anything else shows the person an error. */
const Answer = z.strictObject({
	toast: z
		.strictObject({
			type: z.enum(['info', 'success', 'error', 'warning']).default('info'),
			content: z.string().default(''),
			i18n: z.record(z.string(), z.string()).optional(),
		})
		.optional(),
	card: z.strictObject({ type: z.literal('raw'), data: z.unknown() }).optional(),
});

/**
 * One tap, from the element in the card as it stands now to what the client shows. Card callbacks are sent once
 * and wait 3 s; their create_time has 16 digits, microseconds. Numbers in `failed` are the client's own error codes.
 */
export async function tap(box: Box, by: string, messageId: string, action: TapAction): Promise<TapResult> {
	const message = box.state.message(messageId);
	if (!message) throw new Error(`no message ${messageId}`);
	seat(box, by, message.chatId);
	const made = actionOf(box, message, action);
	if ('refused' in made) return unsent(made.refused);
	if (!box.permits.isCalledBack('card.action.trigger')) return unsent('出错了，请稍后重试（200340）');
	const { cardLockMs } = box.faults.current;
	if (cardLockMs > 0) box.state.locks.set(messageId, box.options.now() + cardLockMs);

	const token = `c-${randomBytes(17).toString('hex')}`;
	box.state.cardTokens.set(token, { messageId, uses: 0 });
	const { tenantKey } = box.options;
	const event = {
		operator: { tenant_key: tenantKey, ...idsOf(by) },
		token,
		action: made.action,
		host: 'im_message',
		context: { open_message_id: messageId, open_chat_id: message.chatId },
	};
	const microseconds = String(Math.trunc(box.options.now()) * 1000);
	const { delivery, answer } = await box.postman.post(
		envelope(box, 'card.action.trigger', event, microseconds),
		false,
	);
	if (answer.status === 200) box.state.cardTokens.set(token, { messageId, uses: 0, at: box.options.now() });
	return { delivery, ...shown(box, messageId, answer) };
}

function shown(
	box: Box,
	messageId: string,
	answer: { status: number; body: string },
): Pick<TapResult, 'toast' | 'failed'> {
	if (answer.status === 0) return { failed: '出错了，请稍后重试（200341）' };
	if (answer.status !== 200) return { failed: '出错了，请稍后重试（200671）' };
	const { data } = Answer.safeParse(json(answer.body));
	if (!data) return { failed: '出错了，请稍后重试（200672）' };
	if (data.card) {
		const refusal = flawOf(box, data.card.data);
		if (refusal) return { failed: `出错了，请稍后重试（200673：${refusal.message}）` };
		const message = box.state.message(messageId);
		const content = JSON.stringify(data.card.data);
		if (message && !message.recalled) box.state.putMessage({ ...message, content, edits: message.edits + 1 });
	}
	return data.toast ? { toast: { type: data.toast.type, content: data.toast.content } } : {};
}

function flawOf(box: Box, card: unknown): Refusal | undefined {
	try {
		checkCard(box, card);
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
	return undefined;
}

type Made = { readonly action: object } | { readonly refused: string };

function actionOf(box: Box, message: Message, action: TapAction): Made {
	if (message.type !== 'interactive' || message.from !== 'bot') return { refused: '这不是卡片' };
	if (message.recalled) return { refused: '消息已撤回' };
	if (box.options.now() - message.at > CARD_LIFE_MS) return { refused: '卡片已过期' };
	const members = box.state.chats.get(message.chatId)?.members ?? [];
	const all = places(JSON.parse(message.content));
	const place = all.find((one) => isMeant(one, action));
	if (!place) return { refused: '卡片已更新，没有这个按钮了' };
	const { element, form } = place;
	if (element.disabled) return { refused: '这个按钮现在不能用' };
	const head = {
		tag: element.tag,
		...(callbackOf(element) === undefined ? {} : { value: callbackOf(element) }),
		timezone: 'Asia/Shanghai',
		...(element.name === undefined ? {} : { name: element.name }),
	};
	if (form) {
		if (element.form_action_type !== 'submit') return { refused: '这里不单独提交' };
		const filled = formValue(all, form, action.formValue ?? {}, members);
		return 'refused' in filled ? filled : { action: { ...head, form_value: filled.value } };
	}
	if (element.tag === 'button' || element.tag === 'interactive_container')
		return callbackOf(element) === undefined ? { refused: '这个按钮不回传' } : { action: head };
	return chosen(place, action, head, members);
}

/** What a component outside a form sends at once when it is used. */
function chosen(
	{ element }: Place,
	{ option = '', options = [] }: TapAction,
	head: object,
	members: readonly string[],
): Made {
	if (!offers(element, option, members) || !offers(element, options, members))
		return { refused: '没有这个选项' };
	if (element.tag === 'input') return { action: { ...head, input_value: option } };
	if (element.tag === 'checker') return { action: { ...head, checked: option === 'true' } };
	if (element.tag.startsWith('multi_')) return { action: { ...head, options } };
	return { action: { ...head, option: picked(element.tag, option) } };
}

function isMeant({ element }: Place, action: TapAction): boolean {
	return (
		element.tag === action.tag &&
		(action.name === undefined || element.name === action.name) &&
		isDeepStrictEqual(callbackOf(element), action.value)
	);
}

function unsent(failed: string): TapResult {
	return { delivery: UNSENT, failed };
}

function json(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
