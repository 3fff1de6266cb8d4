import { getTableName, type SQL, sql } from 'drizzle-orm';
import { person } from '../../db/schema/index.ts';
import { ledgeredTables } from '../../db/schema/ledgered.ts';
import { buttonValue } from '../../src/lark/button-value.ts';
import type { Actor } from '../town/actor.ts';
import { APP, openTown, START, type Town, type TownOptions } from '../town/town.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A town with one branch at work: its officer, its secretary, two members with Feishu and one without. */
export interface Stage {
	readonly town: Town;
	readonly group: string;
	readonly 陈敏: Actor;
	readonly 李建国: Actor;
	readonly 张三: Actor;
	readonly 王小梅: Actor;
	/** Not on any roster. */
	readonly 路人: Actor;
}

export const BRANCH = '星光电子党支部';

/** Opens it; 陈敏 is officer of the whole tree, 周德福 has no Feishu, and nothing is planned yet. */
export async function openStage(options: TownOptions = {}): Promise<Stage> {
	const admins = [`ou_${Buffer.from('陈敏').toString('hex')}`];
	const town = await openTown({ ...options, overrides: { admins, ...options.overrides } });
	const [陈敏, 李建国, 张三, 王小梅, 路人] = ['陈敏', '李建国', '张三', '王小梅', '路人'].map((name) =>
		town.person(name),
	);
	if (!陈敏 || !李建国 || !张三 || !王小梅 || !路人) throw new Error('the cast is five');
	const group = town.group('星光电子', [陈敏, 李建国, 张三, 王小梅, 路人]);
	await 陈敏.says(`支部 绑定 ${BRANCH}`, group);
	await 陈敏.says('设为 书记 @李建国', group);
	await 李建国.says('名册 添加\n李建国\n张三\n王小梅\n周德福');
	await 李建国.taps('对，记入4人');
	return { town, group, 陈敏, 李建国, 张三, 王小梅, 路人 };
}

/** A second branch in the same tree, with a secretary and one member of its own. */
export async function openNeighbour({ town, 陈敏 }: Stage) {
	const 赵强 = town.person('赵强');
	const 孙丽 = town.person('孙丽');
	const group = town.group('月亮电子', [陈敏, 赵强, 孙丽]);
	await 陈敏.says('支部 绑定 月亮电子党支部', group);
	await 陈敏.says('设为 书记 @赵强', group);
	await 赵强.says('名册 添加\n赵强\n孙丽');
	await 赵强.taps('对，记入2人');
	return { group, 赵强, 孙丽 };
}

/**
 * How many rows tables hold that people's words must not change by accident. Whoever speaks for the first time becomes
 * known, which is no change of anybody's.
 */
export function rowCounts(town: Town): Promise<Record<string, number>> {
	const tables = ledgeredTables().filter((table) => table !== person);
	return town.look((db) => {
		const count = (from: SQL) =>
			db.all<{ count: number }>(sql`select count(*) as count from ${from}`)[0]?.count ?? 0;
		return {
			ledger: count(sql`ledger where command <> 'account'`),
			...Object.fromEntries(tables.map((table) => [getTableName(table), count(sql`${table}`)])),
		};
	});
}

/** A tap whose button stands on no card: what a forged or outdated client could send. Answers what the bot did. */
export async function forge(
	{ feishu, settle }: Town,
	by: Actor,
	command: string,
	args: Record<string, string>,
	chatId = by.desk,
	draft?: string,
): Promise<string> {
	const seen = feishu.messages(chatId).findLast(({ from }) => from === 'bot');
	const { status } = await feishu.deliver({
		schema: '2.0',
		header: {
			event_id: crypto.randomUUID(),
			event_type: 'card.action.trigger',
			create_time: String(feishu.now() * 1000),
			token: APP.verificationToken,
			app_id: APP.appId,
			tenant_key: APP.tenantKey,
		},
		event: {
			operator: { tenant_key: APP.tenantKey, open_id: by.openId },
			token: `c-${crypto.randomUUID()}`,
			action: { tag: 'button', value: buttonValue({ command, args, draft }) },
			host: 'im_message',
			context: { open_message_id: seen?.messageId ?? 'om_none', open_chat_id: chatId },
		},
	});
	if (status !== 200) throw new Error(`the bot answered ${status}`);
	const answered = feishu.wire().findLast(({ direction }) => direction === 'to-bot');
	await settle();
	return answered?.response ?? '';
}

/** A private message that the platform delivers late: `at` is when it was written, ms. */
export async function wroteAt({ feishu, settle }: Town, by: Actor, at: number, text: string): Promise<void> {
	const messageId = `om_${crypto.randomUUID()}`;
	await feishu.deliver({
		schema: '2.0',
		header: {
			event_id: crypto.randomUUID(),
			event_type: 'im.message.receive_v1',
			create_time: String(at),
			token: APP.verificationToken,
			app_id: APP.appId,
			tenant_key: APP.tenantKey,
		},
		event: {
			sender: { sender_id: { open_id: by.openId }, sender_type: 'user', tenant_key: APP.tenantKey },
			message: {
				message_id: messageId,
				create_time: String(at),
				chat_id: by.desk,
				chat_type: 'p2p',
				message_type: 'text',
				content: JSON.stringify({ text }),
			},
		},
	});
	await settle();
}

export { START };
