import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain } from '../town/plain.ts';
import { forge, openNeighbour, openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
let neighbour: Awaited<ReturnType<typeof openNeighbour>>;
beforeAll(async () => {
	stage = await openStage();
	neighbour = await openNeighbour(stage);
	await stage.李建国.says('主题党日 周五下午3点 二楼');
	await stage.张三.says('请假 家里有事');
});
afterAll(() => stage.town.close());

test.each([
	'会议 #1',
	'会议 取消 #1',
	'会议 改期 #1 下周一下午3点',
	'登记到会 #1 全到',
	'代 张三 参加 #1',
	'参加 #1',
	'签到 #1',
	'名册 星光电子党支部',
	'调出 张三 误加',
	'统计 出席 星光电子党支部',
	'设为 书记 @赵强 星光电子党支部',
	'支部 隶属 星光电子党支部 月亮电子党支部',
])('the secretary next door says «%s»: refused, and nothing leaks', async (words) => {
	const before = await rowCounts(stage.town);
	const heard = await neighbour.赵强.says(words);
	expect(heard).toMatch(/没有找到|不归您管理|不在.*名单|由组织员来办|没有没有|名册里没有/);
	expect(heard).not.toMatch(/家里有事|二楼|王小梅/);
	expect(await rowCounts(stage.town)).toEqual(before);
});

const FORGED: readonly [string, Record<string, string>][] = [
	['meeting', { meeting: '1' }],
	['meeting', { branch: '1', when: '下周三下午3点' }],
	['meeting.form', { branch: '1' }],
	['meeting.cancel', { meeting: '1' }],
	['roll.all', { meeting: '1' }],
	['roll.rest', { meeting: '1', mark: 'absent' }],
	['roll.by-answers', { meeting: '1' }],
	['roll', { meeting: '1', list: '全到', without: 'yes' }],
	['answer-for', { meeting: '1', person: '3', answer: 'coming' }],
	['come', { meeting: '1' }],
	['check-in', { meeting: '1' }],
	['roster', { branch: '1' }],
	['roster.add', { branch: '1', list: '钱进' }],
	['roster.for-branch', { branch: '1' }],
	['roster.move-out', { person: '3', why: '误加' }],
	['branch.invite-registration', { branch: '1' }],
	['branch.place-under', { branch: '1', parent: '月亮电子党支部' }],
	['registration.confirm', { registration: '1' }],
	['stats.attendance', { branch: '1' }],
	['role.appoint', { role: 'secretary', branch: '1', person: '6' }],
	['role.dismiss', { role: 'secretary', branch: '1', person: '2' }],
	['undo', { turn: 'somebody-else' }],
	['meeting', { meeting: '-1' }],
	['meeting', { meeting: '1e9' }],
	['no.such.command', {}],
];

test.each(FORGED)('a forged button %s %o does nothing', async (command, args) => {
	const { town } = stage;
	const before = await rowCounts(town);
	const answer = await forge(town, neighbour.赵强, command, args);
	expect(answer).not.toMatch(/家里有事|二楼|王小梅|出了点问题/);
	expect(await rowCounts(town)).toEqual(before);
});

test('a member can do nothing that runs a branch, by words or by buttons', async () => {
	const { town, 张三, group } = stage;
	const before = await rowCounts(town);
	for (const [command, args] of FORGED.filter(([name]) => !/^(meeting|come|check-in)$/.test(name)))
		await forge(town, 张三, command, args, group);
	expect(await rowCounts(town)).toEqual(before);
	const seen = await forge(town, 张三, 'meeting', { meeting: '1' }, group);
	expect(seen).not.toContain('家里有事');
});

test('what people type is never markup, in no card and no message', async () => {
	const { town, 李建国, 张三, group } = stage;
	const hostile = '<at id=all></at>**粗**[点我](http://x.cn)';
	await 李建国.says(`会议 12月1日下午3点 地点：${hostile} 主题：${hostile}`);
	await 张三.says(`请假 #2 ${hostile}`);
	await 李建国.says('会议 #2');
	await 李建国.says('代 周德福 参加 #2');
	await 张三.says('参加 #2');
	await 李建国.says(`会议 取消 #2 ${hostile}<at user_id="all">x</at>`);
	const messages = [group, 李建国.desk, 张三.desk].flatMap((chat) => town.feishu.messages(chat));
	for (const message of messages.filter(({ from }) => from === 'bot')) {
		expect(message.mentions).toEqual([]);
		for (const markdown of markdownOf(JSON.parse(message.content)))
			expect(markdown).not.toMatch(/<at id=all>|\]\(http/);
	}
	expect(plain(李建国.newest())).toContain('会议已取消');
	expect(张三.reads(group)).toContain('<at id=all></at>');
});

test('stale cards answer clearly, and tapping twice changes nothing more', async () => {
	const { 李建国, 张三, town, group } = stage;
	await 李建国.says('会议 12月2日下午3点');
	expect(await 张三.taps('参加', group)).toContain('已记：参加');
	expect(await 张三.taps('参加', group)).toContain('已记：参加');
	const stale = { meeting: '3' };
	await 李建国.says('会议 取消 #3');
	expect(await forge(town, 张三, 'come', stale, group)).toContain('已经取消了，不用答复');
	expect(await forge(town, 李建国, 'meeting.cancel', stale)).toContain('已经开完或者取消了');
	expect(await forge(town, 李建国, 'roll.all', stale)).toContain('已经开完或者取消了');
	await 李建国.taps('不对，撤回');
	expect(await forge(town, 李建国, 'undo', { turn: 'gone' })).toContain('现在撤不回了');
});

test('an identity-card number is nowhere in the database', async () => {
	const { town, 张三, 李建国 } = stage;
	const number = '110101198001010011';
	await 张三.says(`请假 #1 身份证${number}要补办`);
	await 李建国.says(`名册 添加\n钱进 ${number}`);
	await 李建国.says(`会议 12月3日下午3点 ${number}`);
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
