import { z } from 'zod';
import type { Feishu } from '../../../sandbox/platform/contract.ts';
import { openFeishu } from '../../../sandbox/platform/index.ts';
import { MANIFEST } from '../../../src/lark/index.ts';
import { openReceiver } from '../platform/receiver.ts';
import { figures, hostile, invitation, registration } from './cards.ts';

export const GROUP = 'oc_dongjie';
const KEYS = {
	appId: 'cli_a1b2c3d4e5f60718',
	appSecret: 'a secret',
	encryptKey: 'an encrypt key',
	verificationToken: 'a token',
	tenantKey: 'tenant1',
	manifest: MANIFEST,
};
const PEOPLE = [
	['ou_chen', '陈敏', '镇党委组织员'],
	['ou_li', '李建国', '东街联合党支部书记'],
	['ou_zhang', '张三', '党员 · 纺织厂'],
	['ou_wang', '王小梅', '党员 · 夜班'],
	['ou_zhao', '赵强', '流动党员'],
	['ou_qian', '钱进', '入党积极分子'],
] as const;
const SURNAMES = [...'周吴郑冯褚卫蒋沈韩杨朱秦尤许何吕施孔曹严'];

/** A platform with a small township, and a bot that knows a few words; for the page's tests and for looking at it. */
export async function openTownship(others = 20) {
	const receiver = await openReceiver(KEYS.encryptKey, KEYS.verificationToken);
	const clock = {
		at: Date.parse('2026-12-10T01:12:00Z'),
		now: () => clock.at,
		moveTo(at: number) {
			clock.at = at;
		},
	};
	const feishu = await openFeishu({
		...KEYS,
		botName: '支部助手',
		eventUrl: () => receiver.url,
		now: clock.now,
	});
	for (const [openId, name, note] of PEOPLE) feishu.addAccount({ openId, name, note });
	for (let n = 0; n < others; n++)
		feishu.addAccount({
			openId: `ou_${n}`,
			name: `${SURNAMES[n % SURNAMES.length]}${n < 20 ? '伟' : '丽华'}`,
		});
	const members = PEOPLE.map(([openId]) => openId);
	feishu.addGroup({ chatId: GROUP, name: '东街联合党支部', members, hasBot: true });
	feishu.addGroup({ chatId: 'oc_tea', name: '周末爬山', members: ['ou_zhang', 'ou_wang'], hasBot: false });
	for (const openId of members) feishu.privateChat(openId);
	const bot = openBot(feishu);
	receiver.answers((envelope) => bot.hear(envelope));
	return {
		feishu,
		bot,
		clock,
		async close() {
			await feishu.close();
			await receiver.close();
		},
	};
}

const Said = z.object({
	message: z.object({ chat_id: z.string(), message_type: z.string(), content: z.string() }),
});
const Tapped = z.object({
	action: z.object({ value: z.unknown(), form_value: z.record(z.string(), z.unknown()).optional() }),
});
const Answer = z.object({ command: z.literal('answer'), args: z.object({ how: z.string() }) });

/** Cards by the word that asks for them. */
const CARDS: readonly (readonly [word: string, card: () => object])[] = [
	['会议', () => invitation('')],
	['外出', registration],
	['统计', figures],
	['原样', hostile],
];

function openBot({ url }: Feishu) {
	let asked: Promise<string> | undefined;
	const token = () => {
		asked ??= call('/auth/v3/tenant_access_token/internal', {
			app_id: KEYS.appId,
			app_secret: KEYS.appSecret,
		}).then((answer) => z.object({ tenant_access_token: z.string() }).parse(answer).tenant_access_token);
		return asked;
	};

	async function call(path: string, body: object, bearer?: string): Promise<unknown> {
		const answer = await fetch(`${url}/open-apis${path}`, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
			},
			body: JSON.stringify(body),
		});
		return answer.json();
	}

	async function send(chatId: string, type: string, content: object): Promise<void> {
		const body = { receive_id: chatId, msg_type: type, content: JSON.stringify(content) };
		const answer = await call('/im/v1/messages?receive_id_type=chat_id', body, await token());
		const { code, msg } = z.looseObject({ code: z.number(), msg: z.string() }).parse(answer);
		if (code !== 0) throw new Error(`${code} ${msg}`);
	}

	async function hear({
		header,
		event,
	}: {
		header: { event_type: string };
		event: unknown;
	}): Promise<Response> {
		if (header.event_type === 'card.action.trigger') return Response.json(answered(Tapped.parse(event)));
		if (header.event_type !== 'im.message.receive_v1') return Response.json({});
		const { message } = Said.parse(event);
		if (message.message_type !== 'text') return Response.json({});
		const { text } = z.object({ text: z.string() }).parse(JSON.parse(message.content));
		const card = CARDS.find(([word]) => text.includes(word))?.[1];
		if (card) await send(message.chat_id, 'interactive', card());
		else await send(message.chat_id, 'text', { text: `收到：${text.replace('@_user_1', '').trim()}` });
		return Response.json({});
	}

	return { hear, send };
}

function answered({ action }: z.infer<typeof Tapped>): object {
	const answer = Answer.safeParse(action.value).data;
	if (answer) {
		const said = answer.args.how === 'yes' ? '参加' : '请假';
		return {
			toast: { type: 'success', content: `已记下：${said}` },
			card: { type: 'raw', data: invitation(said) },
		};
	}
	const filled = action.form_value;
	return { toast: { type: 'success', content: filled ? `已登记：${JSON.stringify(filled)}` : '好的' } };
}
