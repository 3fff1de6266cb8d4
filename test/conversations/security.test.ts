import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain } from '../town/plain.ts';
import { forge, openNeighbour, openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
let neighbour: Awaited<ReturnType<typeof openNeighbour>>;
beforeAll(async () => {
	stage = await openStage();
	neighbour = await openNeighbour(stage);
	await stage.李建国.announces('主题党日 周五下午3点 二楼');
	await stage.张三.says('请假 家里有事');
});
afterAll(() => stage.town.close());

test.each([
	['会议 #1', 'meeting.unknown'],
	['会议 取消 #1', 'meeting.unknown'],
	['会议 改期 #1 下周一下午3点', 'meeting.unknown'],
	['登记到会 #1 全到', 'meeting.unknown'],
	['代 张三 参加 #1', 'meeting.unknown'],
	['参加 #1', 'meeting.unknown'],
	['签到 #1', 'meeting.unknown'],
	['名册 星光电子党支部', 'refuse.not-your-branch'],
	['调出 张三 误加', 'refuse.unknown-person'],
	['统计 出席 星光电子党支部', 'refuse.not-your-branch'],
	['设为 书记 @赵强 星光电子党支部', 'refuse.not-officer'],
	['支部 隶属 星光电子党支部 月亮电子党支部', 'refuse.not-officer'],
])('the secretary next door says «%s»: refused with %s, and nothing leaks', async (words, code) => {
	const { town } = stage;
	const before = await rowCounts(town);
	const refused = town.refused.length;
	expect(await neighbour.赵强.says(words)).not.toMatch(/家里有事|二楼|王小梅/);
	expect(town.refused.slice(refused)).toEqual([code]);
	expect(await rowCounts(town)).toEqual(before);
});

/** What no card of ours ever carried; what others' cards carry is tried in test/rights. */
test.each([
	['no.such.command', {}, []],
	['meeting', { meeting: '-1' }, ['spine.not-readable']],
	['meeting', { meeting: '1e9' }, ['meeting.unknown']],
	['undo', { turn: 'nobody’s' }, ['undo.too-late']],
] as const)('a forged button %s %o does nothing', async (command, args, codes) => {
	const { town } = stage;
	const before = await rowCounts(town);
	const refused = town.refused.length;
	expect(await forge(town, neighbour.赵强, command, args)).not.toContain('出了点问题');
	expect(town.refused.slice(refused)).toEqual(codes);
	expect(await rowCounts(town)).toEqual(before);
});

test('what people type is never markup, in no card and no message', async () => {
	const { town, 李建国, 张三, group } = stage;
	const hostile = '<at id=all></at>**粗**[点我](http://x.cn)';
	await 李建国.announces(`会议 12月1日下午3点 地点：${hostile} 主题：${hostile}`);
	await 张三.says(`请假 #2 ${hostile}`);
	await 李建国.says('会议 #2');
	await 李建国.says('代 周德福 参加 #2');
	await 张三.says('参加 #2');
	await 李建国.says(`会议 取消 #2 ${hostile}<at user_id="all">x</at>`);
	await 李建国.taps('取消，通知大家');
	const messages = [group, 李建国.desk, 张三.desk].flatMap((chat) => town.feishu.messages(chat));
	for (const message of messages.filter(({ from }) => from === 'bot')) {
		expect(message.mentions).toEqual([]);
		for (const markdown of markdownOf(JSON.parse(message.content)))
			expect(markdown).not.toMatch(/<at id=all>|\]\(http/);
	}
	expect(plain(李建国.newest())).toContain('会议已取消');
	expect(张三.heard(group).join()).toContain('<at id=all></at>');
});

test('stale cards answer clearly, and tapping twice changes nothing more', async () => {
	const { 李建国, 张三, town, group } = stage;
	await 李建国.announces('会议 12月2日下午3点');
	expect(await 张三.taps('参加', group)).toContain('已记：参加');
	expect(await 张三.taps('参加', group)).toContain('已记：参加');
	const stale = { meeting: '3' };
	await 李建国.says('会议 取消 #3');
	await 李建国.taps('取消，通知大家');
	const refused = town.refused.length;
	await forge(town, 张三, 'come', stale, group);
	await forge(town, 李建国, 'meeting.cancel', stale);
	await forge(town, 李建国, 'roll.all', stale);
	expect(town.refused.slice(refused)).toEqual(['answer.cancelled', 'meeting.not-open', 'meeting.not-open']);
	await 李建国.taps('不对，撤回');
	await forge(town, 李建国, 'undo', { turn: 'gone' });
	expect(town.refused.at(-1)).toBe('undo.too-late');
});

test('an identity-card number is nowhere in the database', async () => {
	const { town, 张三, 李建国 } = stage;
	const number = '110101198001010011';
	await 张三.says(`请假 #1 身份证${number}要补办`);
	await 李建国.says(`名册 添加\n钱进 ${number}`);
	await 李建国.announces(`会议 12月3日下午3点 ${number}`);
	expect(await 李建国.says('会议 #1')).not.toContain(number);
	expect(
		JSON.stringify(town.feishu.messages(李建国.desk).filter(({ from }) => from === 'bot')),
	).not.toContain(number);
});

function markdownOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(markdownOf);
	if (typeof value !== 'object' || value === null) return [];
	const own = 'tag' in value && value.tag === 'markdown' && 'content' in value ? [String(value.content)] : [];
	return [...own, ...Object.values(value).flatMap(markdownOf)];
}
