import { describe, expect, test } from 'vitest';
import {
	beginsNeed,
	categoryOf,
	isDanger,
	isDistress,
	namesHelp,
	readNeed,
	speaksOfOutcome,
} from '../../src/reading/need.ts';

describe('what help is asked for', () => {
	test.each([
		['劳动维权 欠我工资', 'labour', 5],
		['调解', 'mediation', 2],
		['医疗：看病太贵', 'medical', 3],
		['Legal help', 'legal', 6],
		['困难，家里', 'hardship', 3],
	])('%s begins with %s', (text, need, to) => expect(readNeed(text)).toEqual({ need, from: 0, to }));
	test.each(['困难重重', '我要调解', '保险柜坏了', ''])('«%s» names none first', (text) =>
		expect(readNeed(text)).toBeUndefined(),
	);
	test.each([
		['公司拖欠工资三个月', 'labour'],
		['邻居吵架', 'mediation'],
		['看病太贵', 'medical'],
		['工资没发，看病没钱', undefined],
		['你好', undefined],
	])('%s is about %s', (text, need) => expect(categoryOf(text)).toBe(need));
	test.each(['公司拖欠工资', '劳动维权', '工资没发'])('求助%s', (text) =>
		expect(beginsNeed(text)).toBe(true),
	);
	test.each(['公司怎么走', '热线', '工资怎么要'])('not 求助%s', (text) =>
		expect(beginsNeed(text)).toBe(false),
	);
	test.each(['不用求助了', '怎么求助', '求助公司欠我钱'])('%s names help', (text) =>
		expect(namesHelp(text)).toBe(true),
	);
	test.each(['求助热线', '求助单', `求助${'啊'.repeat(100)}`])('%s does not', (text) =>
		expect(namesHelp(text)).toBe(false),
	);
});

describe('need and danger', () => {
	test.each(['我不想活了', '被打得流血，着火了', 'I want to die'])('%s is danger', (text) => {
		expect(isDanger(text)).toBe(true);
		expect(isDistress(text)).toBe(true);
	});
	test.each(['老板三个月没发工资', '救救我', '走投无路'])('%s is distress', (text) => {
		expect(isDanger(text)).toBe(false);
		expect(isDistress(text)).toBe(true);
	});
	test.each(['笑死我了', '消防演练着火怎么办', '学习《被打的人》', '今天天气不错'])(
		'%s is neither',
		(text) => {
			expect(isDanger(text)).toBe(false);
			expect(isDistress(text)).toBe(false);
		},
	);
});

test.each(['不太满意', '还没解决', '解决了', 'not satisfied'])('%s is about the end', (text) =>
	expect(speaksOfOutcome(text)).toBe(true),
);
test.each(['谢谢', '这个问题要怎么样才能够真正得到解决呢我想问'])('%s is not', (text) =>
	expect(speaksOfOutcome(text)).toBe(false),
);
