import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../src/reading/normalise.ts';
import {
	choose,
	type Found,
	type FoundKind,
	learned,
	NOTHING,
	type Open,
	rank,
	readLooseNumbers,
	readSentence,
	type Scene,
} from '../../src/reading/sentence/index.ts';
import { world } from './sentence.world.ts';

const read = (text: string) => readSentence(normalise(text), world);
const parts = (text: string, kind: FoundKind) =>
	read(text).found.flatMap((one) => (one.kind === kind ? [normalise(text).slice(one.from, one.to)] : []));
const ids = (text: string) => read(text).found.flatMap((one) => (one.kind === 'person' ? one.ids : []));

const anybody: Scene = { manages: false, may: () => true };
const wishes = (text: string, scene: Scene = anybody) => rank(learned, read(text), world, scene);
const open = (...things: Open[]): Scene => ({ ...anybody, open: new Set(things) });
const place = (wish: string, text: string, scene: Scene) =>
	wishes(text, scene).findIndex((one) => one.wish === wish);
const chance = (wish: string, text: string, scene: Scene) =>
	wishes(text, scene).find((one) => one.wish === wish)?.p ?? 0;

test.each<[string, FoundKind, string[]]>([
	['周五下午三点二楼会议室开会', 'time', ['周五下午三点']],
	['上季度和今年的出席', 'period', ['上季度', '今年']],
	['12号单子 #12', 'number', ['#12']],
	['上次的会我算到了没', 'meeting', ['上次的会']],
	['周三的会几点', 'meeting', ['的会']],
	['下周开支委会和主题党日', 'meeting-kind', ['支委会', '主题党日']],
	['星光电子党支部的出席', 'branch', ['星光电子党支部']],
	['打一份签到表，会议记录也要', 'paper', ['签到表', '会议记录']],
	['我电话13800000001', 'phone', ['13800000001']],
	['老王说王书记不来', 'surname', ['老王', '王书记']],
	['加两个人：卞晓东、麻志国', 'stranger', ['卞晓东', '麻志国']],
	['暂停7天', 'duration', ['7天']],
	['工资和医疗', 'need', ['医疗']],
])('%s: %s %j', (text, kind, expected) => {
	expect(parts(text, kind)).toEqual(expected);
});

test.each([
	['張偉請假', [0]],
	['张丽请假', [1]],
	['周杰请假', [2]],
	['周杰（威达）请假', [2]],
	['阿依古丽·买买提请假', [3]],
	['阿依古丽•买买提請假', [3]],
	['名冊 添加 李乾', [4]],
	['李干请假', [4]],
	['欧阳青松和王芳', [6, 5]],
])('%s names them, however it is spelt', (text, expected) => {
	expect(ids(text)).toEqual(expected);
});

test('老张 is a hint and nobody', () => {
	expect(ids('老张请假')).toEqual([]);
});

test('what is said lies within the text, in order, apart from each other, and nothing is both read and left', () => {
	const piece = fc.constantFrom(
		...'我 不 参加 请假 周五 下午三点 #3 上次的会 张伟 星光电子党支部 签到表 ， 。 你好 吗 如果 7天 老王 二楼会议室 abc 13800000001 今年'.split(
			' ',
		),
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: 'grapheme' }),
				fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
			),
			(raw) => {
				const text = normalise(raw);
				const { found, unexplained } = read(raw);
				const spans = [...found, ...unexplained].sort((a, b) => a.from - b.from);
				for (const [at, { from, to }] of spans.entries()) {
					expect(from).toBeLessThan(to);
					expect(to).toBeLessThanOrEqual(text.length);
					expect(from).toBeGreaterThanOrEqual(spans[at - 1]?.to ?? 0);
				}
			},
		),
	);
});

test('the probabilities of any text make one, and the same text says the same', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
			const likely = wishes(raw);
			expect(likely.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 6);
			expect(wishes(raw)).toEqual(likely);
		}),
		{ numRuns: 50 },
	);
});

test.each([
	['还没解决呢', 'ticket.reopen', 'requested'],
	['这边说解决了，其实没有', 'ticket.reopen', 'requested'],
	['不用帮了，撤', 'ticket.withdraw', 'requested'],
	['那天来得了', 'come', 'invitation'],
	['我这边收下了', 'transfer.receive', 'transfer'],
	['我来弄吧', 'ticket.take', 'assigned'],
] as const)('%s: %s is likelier when there is one', (text, wish, thing) => {
	const otherwise = open(thing === 'invitation' ? 'draft' : 'invitation');
	expect(chance(wish, text, open(thing))).toBeGreaterThan(2 * chance(wish, text, otherwise));
	expect(place(wish, text, open(thing))).toBeLessThan(3);
});

test('an answer without an open invitation is far less likely one', () => {
	const odds = (scene: Scene) => {
		const p = chance('come', '我去', scene);
		return p / (1 - p);
	};
	expect(odds(open())).toBeLessThan(0.1 * odds(open('invitation')));
});

test('what somebody may not do is less likely theirs', () => {
	const may = (wish: string) => wish !== 'meeting.cancel';
	expect(chance('meeting.cancel', '周五的会取消', { ...anybody, may })).toBeLessThan(
		chance('meeting.cancel', '周五的会取消', anybody),
	);
});

test('answers are given to questions alone, and a house word is never met with silence', () => {
	const sentence = read('你好');
	const likely = (...all: [string, number][]) => all.map(([wish, p]) => ({ wish, p }));
	const isQuestion = (wish: string) => wish === 'mine';
	const chosen = (...all: [string, number][]) => choose(likely(...all), sentence, isQuestion);
	expect(chosen(['mine', 0.85], [NOTHING, 0.1])).toEqual({ kind: 'answer', wish: 'mine' });
	expect(chosen(['mine', 0.7], [NOTHING, 0.25])).toEqual({ kind: 'preview', wish: 'mine' });
	expect(chosen(['undo', 0.95], [NOTHING, 0.05])).toEqual({ kind: 'preview', wish: 'undo' });
	expect(chosen(['undo', 0.5], ['mine', 0.3], ['come', 0.1], ['late', 0.05])).toEqual({
		kind: 'offer',
		wishes: ['undo', 'mine', 'come'],
	});
	expect(chosen([NOTHING, 0.95], ['undo', 0.03])).toEqual({ kind: 'silent' });
	for (const text of ['参加', '#3', '求助', '看下 #12', '我快撑不下去了'])
		expect(choose(likely([NOTHING, 0.99], ['undo', 0.01]), read(text), isQuestion).kind, text).toBe('offer');
});

test('9号 is a number for whoever looks for one', () => {
	expect(readLooseNumbers('9号我接了')).toEqual([9]);
	expect(readLooseNumbers('12月9号，2号楼')).toEqual([]);
	expect(readLooseNumbers('转派 9 给王芳')).toEqual([9]);
});

test('a paste is no sentence: only its beginning is read', () => {
	const { long, found } = read(`参加${'啊'.repeat(500)}参加`);
	expect(long).toBe(true);
	expect(found.every(({ to }: Found) => to <= 400)).toBe(true);
});
