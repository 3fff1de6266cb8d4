import * as lark from '@larksuiteoapi/node-sdk';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { FeishuOptions } from '../../../sandbox/platform/contract.ts';
import { openFeishu } from '../../../sandbox/platform/index.ts';
import { MANIFEST } from '../../../src/lark/index.ts';
import { openReceiver } from './receiver.ts';

const QUIET = () => undefined;
const silent = { error: QUIET, warn: QUIET, info: QUIET, debug: QUIET, trace: QUIET };

export const GROUP = 'oc_group';
export const KEYS = {
	appId: 'cli_a1b2c3d4e5f60718',
	appSecret: 'a secret of the app',
	encryptKey: 'a key for events',
	verificationToken: 'a token for the handshake',
	tenantKey: 'tenant1',
	manifest: MANIFEST,
};

/** A platform with a group of four and the bot, a bot's endpoint, and the official SDK; closed when the test ends. */
export async function openStage(told: Partial<FeishuOptions> = {}) {
	const receiver = await openReceiver(KEYS.encryptKey, KEYS.verificationToken);
	const clock = { at: Date.parse('2026-12-10T07:00:00Z') };
	const feishu = await openFeishu({
		...KEYS,
		botName: '支部助手',
		eventUrl: () => receiver.url,
		now: () => clock.at,
		...told,
	});
	onTestFinished(async () => {
		await feishu.close();
		await receiver.close();
	});
	if (told.restore === undefined) {
		feishu.addAccount({ openId: 'ou_li', name: '李书记', mobile: '+8613800000000' });
		feishu.addAccount({ openId: 'ou_san', name: '张三' });
		feishu.addAccount({ openId: 'ou_feng', name: '张三丰' });
		feishu.addAccount({ openId: 'ou_wang', name: '王五' });
		const members = ['ou_li', 'ou_san', 'ou_feng', 'ou_wang'];
		feishu.addGroup({ chatId: GROUP, name: '第一支部', members, hasBot: true });
	}
	return { feishu, receiver, clock, ...bot(feishu.url) };
}

/** The bot's side: the official client, and calls whose refusal is a value. */
export function bot(domain: string, appSecret = KEYS.appSecret) {
	// The SDK shares one token cache between the clients of a process unless told otherwise.
	const kept = new Map<string, unknown>();
	const client = new lark.Client({
		appId: KEYS.appId,
		appSecret,
		domain,
		logger: silent,
		cache: {
			get: async (key) => kept.get(String(key)),
			set: async (key, value) => kept.set(String(key), value).has(String(key)),
		},
	});
	const write = (msg_type: string, content: string, uuid?: string) => ({ msg_type, content, uuid });
	return {
		client,
		text: (to: string, text: string, uuid?: string) =>
			client.im.v1.message.create({
				params: { receive_id_type: to.startsWith('ou_') ? 'open_id' : 'chat_id' },
				data: { receive_id: to, ...write('text', JSON.stringify({ text }), uuid) },
			}),
		card: (to: string, card: object, uuid?: string) =>
			client.im.v1.message.create({
				params: { receive_id_type: to.startsWith('ou_') ? 'open_id' : 'chat_id' },
				data: { receive_id: to, ...write('interactive', JSON.stringify(card), uuid) },
			}),
		reply: (message_id: string, text: string, uuid?: string) =>
			client.im.v1.message.reply({
				path: { message_id },
				data: write('text', JSON.stringify({ text }), uuid),
			}),
		patch: (message_id: string, card: object) =>
			client.im.v1.message.patch({ path: { message_id }, data: { content: JSON.stringify(card) } }),
	};
}

const Failure = z.object({
	response: z.looseObject({
		status: z.number(),
		headers: z.looseObject({ 'x-ogw-ratelimit-reset': z.string().optional() }),
		data: z.union([z.string(), z.looseObject({ code: z.number(), msg: z.string() })]),
	}),
});

/** How a call failed: HTTP status, the platform's code and sentence, the reset header; the word of the network else. */
export async function failure(call: Promise<unknown>) {
	const error: unknown = await call.then(
		() => new Error('the call went through'),
		(reason: unknown) => reason,
	);
	const { data } = Failure.safeParse(error);
	if (!data) return { word: z.object({ code: z.string() }).safeParse(error).data?.code ?? String(error) };
	const { status, headers, data: body } = data.response;
	const reset = headers['x-ogw-ratelimit-reset'];
	return typeof body === 'string'
		? { status, html: body }
		: { status, code: body.code, msg: body.msg, ...(reset === undefined ? {} : { reset }) };
}

/** A card with these elements, as the bot would send it. */
export const card = (...elements: object[]) => ({
	schema: '2.0',
	config: { update_multi: true },
	body: { elements },
});
export const button = (label: string, value: object) => ({
	tag: 'button',
	text: { tag: 'plain_text', content: label },
	behaviors: [{ type: 'callback', value }],
});
