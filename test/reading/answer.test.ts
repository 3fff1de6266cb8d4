import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import {
	ANSWER_BEHIND_NAME,
	beginsAnswerFor,
	beginsRoll,
	isLateness,
	isTakingPart,
	isThisMeeting,
	readAnswer,
	saysTheRest,
	speaksOfOthers,
} from '../../src/reading/answer.ts';
import { wordsFor } from '../../src/reading/answer-words.ts';
import { normalise } from '../../src/reading/normalise.ts';

/** The answer, or ? and why nothing may be written; behind it the words it was read from. */
function read(text: string): string {
	const said = normalise(text);
	const found = readAnswer(said);
	if (!found) return 'none';
	return `${found.answer ?? `?${found.unclear}`} ${said.slice(found.from, found.to)}`;
}

describe('an answer given for somebody', () => {
	test.each([
		['请假', 'leave 请假'],
		['請假', 'leave 请假'],
		['请假 出差', 'leave 请假'],
		['请假 没人带孩子', 'leave 请假'],
		['请假 参加孩子家长会', 'leave 请假'],
		['来不了', 'leave 来不了'],
		['来不了了', 'leave 来不了了'],
		['去不了，夜班', 'leave 去不了'],
		['夜班', 'leave 夜班'],
		['没空', 'leave 没空'],
		['请病假', 'leave 请病假'],
		['晚点到', 'late 晚点到'],
		['迟到10分钟', 'late 迟到'],
		['线上参加', 'online 线上参加'],
		['線上', 'online 线上'],
		['参加', 'coming 参加'],
		['參加', 'coming 参加'],
		['能来', 'coming 能来'],
		['可以参加', 'coming 可以参加'],
		['来', 'coming 来'],
		['去', 'coming 去'],
		['他来', 'coming 来'],
		['参加 #3', 'coming 参加'],
		['#3 参加', 'coming 参加'],
		['coming', 'coming coming'],
		['Leave', 'leave Leave'],
		['张三 请假', 'leave 请假'],
	])('«%s» is %s', (text, means) => expect(read(text)).toBe(means));

	test.each([
		['代 周德福 不參加', '?negated 参加'],
		['代提 周德福 不参加', '?negated 参加'],
		['代 张三 能不能参加', '?question 能参加'],
		['代 张三 请假取消', '?undone 请假'],
		['不参加', '?negated 参加'],
		['參加不了', '?negated 参加'],
		['没请假', '?negated 请假'],
		['不请假了', '?negated 请假了'],
		['不来', '?negated 来'],
		['没法来', '?negated 来'],
		['不能来', '?negated 能来'],
		['不会迟到', '?negated 迟到'],
		['不上夜班', '?negated 夜班'],
		['请假吗', '?question 请假'],
		['请假？', '?question 请假'],
		['请假吧', '?question 请假'],
		['要不要请假', '?question 请假'],
		['去不去', '?question 去'],
		['来不来', '?question 来'],
		['可能参加', '?question 能参加'],
		['参加，如果没有夜班', '?negated 参加'],
		['参加，如果有空', '?question 参加'],
		['张三 到底请不请假', '?question 请假'],
		['参加 尽量', '?question 参加'],
		['取消请假', '?undone 请假'],
		['请假，算了', '?undone 请假'],
		['请假，还是参加', '?undone 请假'],
		['参加 晚点到', '?undone 参加'],
		['没空参加', '?undone 没空'],
		['not coming', '?negated coming'],
		['can’t be late', '?negated late'],
	])('«%s» is never an answer: %s', (text, means) => expect(read(text)).toBe(means));

	test.each(['', '张三', '请假条', '参加工作十年', '来自湖南', '去年', '来喜', '码怎么写', 'latest news'])(
		'«%s» is none',
		(text) => expect(readAnswer(text)).toBeUndefined(),
	);

	const all = (['coming', 'late', 'online', 'leave'] as const).flatMap(wordsFor);
	const doubts =
		'不|没|没有|别|没法|没办法|无法|不能|不会|不想|不要|不用|不必|不再|不打算|能不能|可不可以|能否|可否|是否|是不是|要不要|会不会|想不想|该不该|怎么|如何|为什么|什么时候|可能|如果|尽量|取消|撤回|撤销|不知道能不能'.split(
			'|',
		);
	const endings =
		'吗|么|？|?|不了|不成|吧|吗？|行吗|可以吗|能不能|取消|取消了|作废|算了|不去了|不确定|看情况|，如果有空'.split(
			'|',
		);
	const names = ['', '张三', '周德福 ', '他'];
	const listed = new Set<string>(all);

	test('with a negation, a question or a withdrawal before or behind it it is never one', () => {
		const before = fc
			.tuple(
				fc.constantFrom(...names),
				fc.constantFrom(...doubts),
				fc.constantFrom('', '去', ' '),
				fc.constantFrom(...all),
			)
			.filter(([, doubt, middle, word]) => !listed.has(doubt + middle + word));
		const behind = fc
			.tuple(
				fc.constantFrom(...names),
				fc.constantFrom(...all),
				fc.constantFrom('', ' ', '，'),
				fc.constantFrom(...endings),
			)
			.filter(([, word, , ending]) => !listed.has(word + ending));
		fc.assert(
			fc.property(fc.oneof(before, behind), (parts) => {
				expect(readAnswer(normalise(parts.join('')))?.answer).toBeUndefined();
			}),
			{ numRuns: 3000 },
		);
	});

	test('whatever is written, its span lies in the text', () => {
		const words = fc.array(
			fc.oneof(fc.constantFrom(...all, ...doubts, ...endings), fc.string({ maxLength: 4 })),
		);
		fc.assert(
			fc.property(words, (parts) => {
				const text = parts.join('');
				const found = readAnswer(text);
				if (found) expect(0 <= found.from && found.from < found.to && found.to <= text.length).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});
});

test('every word of the table is said as a command, and no other word is', () => {
	const commands = {
		coming: 'come',
		leave: 'leave',
		late: 'late',
		online: 'online',
		present: 'check-in',
	} as const;
	for (const meaning of ['coming', 'leave', 'late', 'online', 'present'] as const) {
		const said = zhibu.vocabulary.filter(({ command }) => command === commands[meaning]);
		expect(said.map(({ word }) => word)).toEqual(wordsFor(meaning));
	}
});

describe('what may follow an answer word', () => {
	test.each(['请假', '来不了', '不参加', '能不能参加'])('%s may stand right behind a name', (text) =>
		expect(ANSWER_BEHIND_NAME.test(text)).toBe(true),
	);
	test('丰 may not', () => expect(ANSWER_BEHIND_NAME.test('丰请假')).toBe(false));
	test('线上参加', () => expect([isTakingPart('参加'), isTakingPart('会议链接')]).toEqual([true, false]));
	test.each(['10分钟', '15 分钟', '一会儿', '半小时', '一刻钟', '10'])('%s says how late', (text) =>
		expect(isLateness(text)).toBe(true),
	);
	test.each(['怎么办', '的扣钱吗', '三天'])('%s does not', (text) => expect(isLateness(text)).toBe(false));
	test.each(['', '这次会议', '活动', '本次党日 #3', '#3', '会'])('«%s» is this meeting', (text) =>
		expect(isThisMeeting(text)).toBe(true),
	);
	test.each(['工作十年', '的人', `会${'1'.repeat(40)}`])('«%s» is not', (text) =>
		expect(isThisMeeting(text)).toBe(false),
	);
	test.each(['李四，其他都到了', '其余参加', '张三 全到'])('%s speaks of others', (text) =>
		expect(speaksOfOthers(text)).toBe(true),
	);
	test.each(['出差', '家里有事'])('%s does not speak of others', (text) =>
		expect(speaksOfOthers(text)).toBe(false),
	);
	test.each(['李四请假都到了', '李四缺席'])('除%s begins a roll', (text) =>
		expect(beginsRoll(text)).toBe(true),
	);
	test.each(['夕快乐', '李四请假都到了吗'])('除%s begins none', (text) =>
		expect(beginsRoll(text)).toBe(false),
	);
	test('the rest is not everybody', () => {
		expect(saysTheRest('其余都到了')).toBe(true);
		expect(saysTheRest('全到')).toBe(false);
	});
	test.each([
		['张三请假', true],
		['张三来不了', true],
		['张三不参加', false],
		['码怎么写', false],
		['助请假', false],
		['我请假', false],
		['张三请假吗', false],
	])('代%s without a space: %s', (text, is) => expect(beginsAnswerFor(text)).toBe(is));
});
