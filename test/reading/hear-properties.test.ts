import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gluedReason, hear } from '../../src/reading/hear/index.ts';
import { normalise } from '../../src/reading/normalise.ts';
import { vocabulary } from './hear.vocabulary.ts';

const listed = new Set(vocabulary.map(({ word }) => word.replace(' ', '')));
const answers = vocabulary
	.filter(({ answer, command }) => answer && command !== 'undo')
	.map(({ word }) => word);
const openings = ['', '我', '我要', '我想', '那', '那我', '好的，', '麻烦', '帮我', '书记，', '我就', '嗯 '];
const doubts =
	'不|没|没有|别|没法|没办法|无法|不能|不会|不想|不要|不用|不必|不再|不打算|能不能|可不可以|能否|可否|是否|是不是|要不要|会不会|想不想|该不该|怎么|如何|为什么|什么时候|几点|不知道能不能|取消|撤回|撤销|谁|哪些人';
const particles = ['', '了', '啊', '吧', '的', '呢', '吗', '？', ' ', '。', '！', '了吧', ' 谢谢'];
const endings =
	'吗|么|不|？|?|不了|不成|吧|吗？|行吗|可以吗|能不能|取消|取消了|不 |作废|算了|没|没有|不去了'.split('|');

/** The answer that would be written; 撤回 is a command of its own, which takes back and answers nothing. */
function answerIn(text: string): string | undefined {
	const heard = hear(text, vocabulary);
	return heard.kind === 'command' && heard.command !== 'undo' && answers.includes(heard.word)
		? heard.command
		: undefined;
}

const from = (values: readonly string[]) => fc.constantFrom(...values);

test('a negation, question word or withdrawal before an answer never acts', () => {
	const sentence = fc.tuple(
		from(openings),
		from(doubts.split('|')),
		from(['', '去', '再', ' ']),
		from(answers),
		from(particles),
	);
	fc.assert(
		fc.property(sentence, (parts) => {
			const text = normalise(parts.join(''));
			fc.pre(!listed.has(text));
			expect(answerIn(text)).toBeUndefined();
		}),
		{ numRuns: 3000 },
	);
});

test('a negation, question or withdrawal behind an answer never acts', () => {
	const sentence = fc.tuple(from(openings), from(answers), from(['', ' ', '，']), from(endings));
	fc.assert(
		fc.property(sentence, (parts) => {
			const text = normalise(parts.join(''));
			// 我来不了 is 来不了, a listed word.
			fc.pre(!listed.has(text) && !listed.has(parts.slice(1).join('').replace(/^我/, '')));
			expect(answerIn(text)).toBeUndefined();
		}),
		{ numRuns: 3000 },
	);
});

test('whatever is written, hearing it throws nothing and the arguments are its end', () => {
	const anything = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc
			.array(
				fc.oneof(
					from([...listed]),
					from(openings),
					from(endings),
					fc.string({ unit: 'grapheme', maxLength: 4 }),
				),
			)
			.map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(anything, (text) => {
			const heard = hear(text, vocabulary);
			gluedReason(text);
			if ('rest' in heard) expect(text.endsWith(heard.rest)).toBe(true);
			expect(hear(text, vocabulary)).toEqual(heard);
		}),
		{ numRuns: 1000 },
	);
});

test('the same words in traditional characters or full width are heard the same', () => {
	expect(hear(normalise('　請假　＃１２　出差'), vocabulary)).toEqual(hear('请假 #12 出差', vocabulary));
});

test('a very long text is only looked at near its beginning', () => {
	const long = ['我', '吗', '请假 ', '不', '!', ' 参加', '了'].map((piece) =>
		piece.repeat(50_000 / piece.length),
	);
	for (const text of [...long, `去${'吗'.repeat(50_000)}x`, `参加${'了'.repeat(50_000)}x`])
		expect(() => hear(text, vocabulary)).not.toThrow();
});
