import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { eventOf } from '../lark/sealing.ts';
import type { Actor } from '../town/actor.ts';
import { plain } from '../town/plain.ts';
import { APP } from '../town/town.ts';
import { openStage, START, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

const li = { key: '@_user_1', name: '李四', id: { open_id: 'ou_li4' } };
/** Somebody of another tenant: the platform withholds who. */
const guest = { key: '@_user_2', name: '贾客', id: {} };
const PLACE_HOLDER = /@_(?:user_\d+|all)/;

let count = 0;

async function says(person: Actor, text: string, mentions: readonly object[]) {
	const id = `anywhere${++count}`;
	const message = {
		message_id: `om_${id}`,
		chat_id: person.desk,
		chat_type: 'p2p',
		message_type: 'text',
		content: JSON.stringify({ text }),
		mentions,
	};
	const header = {
		event_id: id,
		create_time: String(START),
		token: APP.verificationToken,
		app_id: APP.appId,
		tenant_key: APP.tenantKey,
	};
	const sender = { sender_id: { open_id: person.openId }, sender_type: 'user' };
	await stage.town.feishu.deliver(eventOf('im.message.receive_v1', { sender, message }, header));
	await stage.town.settle();
}

/** Everything that anybody can read by now. */
function readByAnybody(): string[] {
	const { town } = stage;
	const chats = new Set([...town.people.values()].flatMap(({ openId }) => town.feishu.chatsOf(openId)));
	return [...new Set([...chats].map(({ chatId }) => chatId))].flatMap((chatId) =>
		town.feishu.messages(chatId).flatMap((message) => (message.from === 'bot' ? [plain(message)] : [])),
	);
}

const commands = [...zhibu.commands.values()].flatMap((each) => (each.kind === 'command' ? [each] : []));

test.each(commands.map(({ name, words }) => [name, words[0] ?? '']))(
	'a mention behind the words of %s is a name to whoever reads it',
	async (_, word) => {
		for (const person of [stage.李建国, stage.陈敏, stage.路人]) {
			await says(person, `${word} @_all 12月10日下午3点 请@_user_1 和 @_user_2 主持`, [li, guest]);
			await says(person, '@_user_1 在 @_user_2 那里 @_all', [li, guest]);
		}
		expect(readByAnybody().filter((text) => PLACE_HOLDER.test(text))).toEqual([]);
	},
	20_000,
);

test('words that are no command name whoever is mentioned as well', async () => {
	for (const words of [
		'@_user_1 @_user_2',
		'请假吧@_user_2',
		'@_user_9 你好',
		'会仪 @_user_1',
		'@_user_2 是谁',
	])
		await says(stage.李建国, words, [li, guest]);
	expect(readByAnybody().filter((text) => PLACE_HOLDER.test(text))).toEqual([]);
});
