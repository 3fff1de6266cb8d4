import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEANINGS } from '../../src/reading/answer-words.ts';
import { normalise } from '../../src/reading/normalise.ts';
import { readSentence, sure } from '../../src/reading/sentence/index.ts';
import { world } from './sentence.world.ts';

const surely = (text: string) => sure(readSentence(normalise(text), world))?.answer;
const flags = (text: string) =>
	readSentence(normalise(text), world).found.flatMap((one) => (one.kind === 'answer' ? [one] : []));

test.each([
	['我参加', 'coming'],
	['书记好，周五那个会我参加', 'coming'],
	['好的，準時參加', 'coming'],
	['参加 #3', 'coming'],
	['请假，出差', 'leave'],
	['家里有事请假', 'leave'],
	['上夜班来不了', 'leave'],
	['请假 孩子发烧没人带', 'leave'],
	['明天要去医院复查，请个假', 'leave'],
	['迟到10分钟', 'late'],
	['会晚点到', 'late'],
	['我线上参加', 'online'],
	['我到了', 'present'],
])('%s is sure', (text, answer) => {
	expect(surely(text)).toBe(answer);
});

test.each([
	'不参加',
	'能不能参加',
	'如果没事我参加',
	'可能来',
	'应该来',
	'尽量参加',
	'看情况参加',
	'张伟请假',
	'代张伟请假',
	'老王请假',
	'大家都参加',
	'他参加',
	'请假取消',
	'请假，不用了',
	'请假 家里没事了',
	'参加，下午请假',
	'昨天签到了的',
	'我的参会',
	'签到表',
	'会议改到线上',
	'请参加',
	'参加吗',
	'下次参加',
	'上次请假',
	'参加工作十年',
	'谁说我不去了',
	'我回来了才怪',
	'下了夜班直接过来开会',
	'参加 #3 #4',
])('%s is not', (text) => {
	expect(surely(text)).toBeUndefined();
});

const doubts = fc.constantFrom(
	...'不 没 别 没有 不会 不想 不能 能不能 可不可以 能否 是否 是不是 要不要 如果 要是 假如 可能 也许 尽量 应该 看情况'.split(
		' ',
	),
);
const openings = fc.constantFrom('', '我', '我会', '好的，', '书记好，', '周五那个会', '那我');
const endings = fc.constantFrom('', '了', '。', '的', ' 谢谢', ' #3');
const answers = MEANINGS.flatMap(({ answer, said, also }) => (answer ? [...said, ...also] : []));

test('a negation, question or condition before an answer never leaves it sure', () => {
	fc.assert(
		fc.property(openings, doubts, fc.constantFrom(...answers), endings, (ahead, doubt, word, behind) => {
			expect(surely(`${ahead}${doubt}${word}${behind}`)).toBeUndefined();
		}),
		{ numRuns: 3000 },
	);
});

test('nor does one behind it, or somebody else anywhere', () => {
	const tails = fc.constantFrom(
		...'不了 吗 ？ 么 取消 算了 不行 可以吗 还是不去了 才怪 再说 看情况'.split(' '),
	);
	const others = fc.constantFrom('张伟', '老王', '王书记', '他', '她们', '你', '大家', '我们', '谁');
	fc.assert(
		fc.property(openings, fc.constantFrom(...answers), tails, others, (ahead, word, tail, other) => {
			fc.pre(!answers.includes(word + tail));
			expect(surely(`${ahead}${word}${tail}`)).toBeUndefined();
			expect(surely(`${other}${word}`)).toBeUndefined();
		}),
		{ numRuns: 3000 },
	);
});

test('what casts a doubt on an answer is read as its flag', () => {
	const long = answers.filter((word) => word.length > 1 && /^\p{Script=Han}+$/u.test(word));
	const by = {
		negated: ['不', '没', '别', '没有'],
		questioned: ['能不能', '要不要', '是不是'],
		conditional: ['如果', '要是', '可能'],
	};
	for (const [flag, words] of Object.entries(by))
		fc.assert(
			fc.property(fc.constantFrom(...words), fc.constantFrom(...long), (doubt, word) => {
				const read = flags(`${doubt}${word}`);
				expect(read, `${doubt}${word}`).not.toEqual([]);
				expect(read.some((one) => one[flag as 'negated'])).toBe(true);
			}),
		);
});
