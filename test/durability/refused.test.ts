import { afterEach, beforeEach, expect, test } from 'vitest';
import { newsStanding } from '../../db/operator.ts';
import { openTown, type Town } from '../town/town.ts';
import { behind, type Gateway, openGateway, type Refused } from './gateway.ts';
import { lastRow, post, rows, tell } from './row.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let gateway: Gateway;
let town: Town;
beforeEach(async () => {
	gateway = await openGateway();
	town = await openTown({
		between: behind(gateway),
	});
});
afterEach(async () => {
	await town.close();
	await gateway.close();
});

/** Lets so much time pass, and what is due be tried; nothing is waited for that is kept. */
async function later(ms: number): Promise<void> {
	const { clock, courier } = town.running;
	clock.moveTo(clock.now() + ms);
	await courier.caughtUp();
}

const standing = () => newsStanding(town.running.bot.db).map(({ code }) => code);
const sends = () => gateway.calls.filter(({ what }) => what.startsWith('POST /open-apis/im/v1/messages'));
/** Refuses sends: the first so many, or all. */
function refuseSends(refused: Refused, times = Number.POSITIVE_INFINITY): void {
	let left = times;
	gateway.refuse(({ what }) => (what.includes('/im/v1/messages') && left-- > 0 ? refused : undefined));
}
const nothing = () => gateway.refuse(() => undefined);

test.each([
	[99991662, 'the app is disabled'],
	[99991673, 'the app is disabled'],
	[99991401, 'the address is not allowed'],
	[230006, 'the bot ability is off'],
])('%i (%s): kept, told to the operator, and one row asks for all', async (code) => {
	const people = ['张三', '李四', '王五'].map((name) => town.person(name));
	refuseSends({ code });
	for (const person of people) await tell(town, person, `给${person.name}`);
	await later(0);
	const first = sends().length;
	expect(standing()).toEqual(['sending-refused']);
	expect(rows(town).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);

	// Whatever comes after the refusal is not asked for one by one.
	for (const person of people)
		for (const time of [1, 2, 3]) await tell(town, person, `再给${person.name}${time}`);
	await later(9 * MINUTE);
	expect(sends()).toHaveLength(first);
	await later(MINUTE);
	expect(sends()).toHaveLength(first + 1);
	await later(25 * HOUR);
	expect(sends()).toHaveLength(first + 2);
	expect(rows(town).every(({ state }) => state === 'waiting')).toBe(true);

	nothing();
	await later(10 * MINUTE);
	for (const person of people) {
		const heard = [`给${person.name}`, ...[1, 2, 3].map((time) => `再给${person.name}${time}`)];
		expect(person.heard()).toEqual(heard);
	}
	expect(standing()).toEqual([]);
});

test.each([11247, 1000004, 1000005, 99991400, 230020])(
	'%i is a rate: again, and it arrives once',
	async (code) => {
		const 张三 = town.person('张三');
		refuseSends({ code, status: 429 }, 2);
		await tell(town, 张三, '你好');
		await town.settle();
		expect(张三.heard()).toEqual(['你好']);
		expect(lastRow(town)).toMatchObject({ state: 'sent', attempts: 3 });
		expect(new Set(sends().map(({ body }) => JSON.parse(body).uuid)).size).toBe(1);
	},
);

test('99991665 is a token’s: fetched anew within the call', async () => {
	const 张三 = town.person('张三');
	refuseSends({ code: 99991665 }, 1);
	await tell(town, 张三, '你好');
	await later(0);
	expect(张三.heard()).toEqual(['你好']);
	expect(lastRow(town)).toMatchObject({ state: 'sent', attempts: 1 });
});

test('a card that is being tapped waits 0.3, 0.8 and 1.6 s', async () => {
	const 张三 = town.person('张三');
	refuseSends({ code: 230099, msg: 'ErrCode: 11310; ErrMsg: card action is lock' }, 3);
	await tell(town, 张三, '你好');
	await later(0);
	for (const wait of [300, 800, 1600]) {
		const tried = sends().length;
		expect(lastRow(town).notBefore - town.running.clock.now()).toBeGreaterThan(wait - 250);
		await later(wait);
		expect(sends()).toHaveLength(tried + 1);
	}
	expect(张三.heard()).toEqual(['你好']);
});

test('100290: once more without the mention, which nobody is called by any more', async () => {
	const 张三 = town.person('张三');
	gateway.refuse(({ body }) =>
		body.includes('<at id=') ? { code: 230099, msg: 'ErrCode: 100290; ErrMsg: invalid at' } : undefined,
	);
	const card = {
		kind: 'card',
		card: {
			title: '接下来',
			tone: 'plain',
			body: [{ kind: 'text', text: ['接办人 ', { account: 'ou_gone' }] }],
		},
	} as const;
	await tell(town, 张三, card);
	await later(0);
	expect(sends().map(({ status }) => status)).toEqual([400, 200]);
	expect(张三.heard().join()).toContain('接办人');
	expect(lastRow(town)).toMatchObject({ state: 'sent', attempts: 1 });
});

test.each([
	['a gateway’s 404', { page: 404 }, 'gave-up:http-404'],
	['an unlisted code', { code: 2200 }, 'gave-up:2200'],
	['an unlisted 422', { code: 77, status: 422 }, 'gave-up:77'],
] as const)('%s is tried within reason, then failed by name', async (_, refused, cause) => {
	const 张三 = town.person('张三');
	gateway.refuse(({ body }) => (body.includes('甲') ? refused : undefined));
	await tell(town, 张三, '甲');
	await tell(town, town.person('李四'), '乙');
	await later(0);
	expect(town.person('李四').heard()).toEqual(['乙']);
	await town.settle();
	const failed = rows(town).find(({ state }) => state === 'failed');
	expect(failed?.cause).toBe(cause);
	expect(failed?.attempts).toBeGreaterThanOrEqual(5);
	expect(failed?.attempts).toBeLessThan(20);
	expect(standing()).toEqual([]);
	await tell(town, 张三, '丙');
	await later(0);
	expect(张三.heard()).toEqual(['丙']);
});

test('a gateway’s 404 that passes loses nothing', async () => {
	const 张三 = town.person('张三');
	refuseSends({ page: 404 }, 4);
	await tell(town, 张三, '你好');
	await town.settle();
	expect(张三.heard()).toEqual(['你好']);
});

test('230027 with a scope in its message is the operator’s; without one it is of this target', async () => {
	const 张三 = town.person('张三');
	refuseSends({ code: 230027, msg: 'Lack of necessary permissions, need scope: im:message:send_as_bot' });
	await tell(town, 张三, '甲');
	await later(0);
	expect(lastRow(town).state).toBe('waiting');
	expect(standing()).toEqual(['sending-refused']);
	nothing();
	await later(10 * MINUTE);
	expect(张三.heard()).toEqual(['甲']);
	refuseSends({ code: 230027, msg: 'Lack of necessary permissions' });
	await tell(town, 张三, '乙');
	await later(0);
	expect(lastRow(town)).toMatchObject({ state: 'failed', cause: 'target:230027' });
	expect(standing()).toEqual([]);
});

test.each([230018, 230035])('%i may pass: kept for hours, then failed by name', async (code) => {
	const 张三 = town.person('张三');
	const group = town.group('星光', [张三]);
	const heard = () => town.feishu.messages(group).map(({ content }) => content);
	refuseSends({ code });
	await post(town, group, '第一句');
	for (let hours = 0; hours < 5; hours++) await later(HOUR);
	expect(lastRow(town).state).toBe('waiting');
	nothing();
	await later(6 * MINUTE);
	expect(heard()).toEqual([expect.stringContaining('第一句')]);

	refuseSends({ code });
	await post(town, group, '第二句');
	for (let hours = 0; hours < 8; hours++) await later(HOUR);
	expect(lastRow(town)).toMatchObject({ state: 'failed', cause: `gave-up:${code}` });
});

test('230011: what was asked in the group and taken back is answered in private', async () => {
	const 陈敏 = town.person('陈敏');
	const group = town.group('星光', [陈敏]);
	await 陈敏.says(`管理码 ${town.running.officerCode}`);
	const release = gateway.hold();
	await town.feishu.say(陈敏.openId, group, '@支部助手 支部 绑定 星光电子党支部');
	const asked = town.feishu.messages(group).findLast(({ from }) => from === 陈敏.openId);
	await town.feishu.recall(陈敏.openId, asked?.messageId ?? '');
	release();
	await town.settle();
	expect(gateway.calls.filter(({ what }) => what.includes('/reply'))).toMatchObject([{ status: 400 }]);
	expect(陈敏.heard(group)).toEqual([]);
	expect(陈敏.heard().filter((text) => text.includes('绑定好了'))).toHaveLength(1);
});
