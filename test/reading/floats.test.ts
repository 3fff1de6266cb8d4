import { describe, expect, test } from 'vitest';
import {
	beginsMove,
	callsOffMove,
	readDestination,
	readFixed,
	readHome,
	readNewcomer,
	readPlace,
	readReturn,
} from '../../src/reading/floats.ts';
import { normalise } from '../../src/reading/normalise.ts';

describe('a return', () => {
	test.each([
		['我回来了', 'own'],
		['我已返回', 'own'],
		['本人已返回', 'own'],
		["I'm back", 'own'],
		['已回来 张三 昨天', 'other'],
		['回来了', 'other'],
		['已返回', 'other'],
		['返回', 'other'],
		['张三回来了', 'other'],
		['我们支部张三回来了', 'other'],
		['back', 'other'],
		['已回来 张得胜', 'other'],
		['张得胜回来了', 'other'],
		['已回来 张三 还没', 'not-yet'],
		['返回不了', 'not-yet'],
		['没能回来', 'not-yet'],
		['我會返回', 'not-yet'],
		['我要返回', 'not-yet'],
		['我想回来', 'not-yet'],
		['我快回来了', 'not-yet'],
		['我准备返回', 'not-yet'],
		['我明天回来', 'not-yet'],
		['张三明天回来', 'not-yet'],
		['张三下个月返回', 'not-yet'],
		['张三年底回来', 'not-yet'],
		['还没回来', 'not-yet'],
		['我不回来了', 'not-yet'],
		['回来了吗', 'not-yet'],
		['张三什么时候回来', 'not-yet'],
		['I will be back', 'not-yet'],
		['going back', 'not-yet'],
		['张三', undefined],
		['', undefined],
	] as const)('«%s» is %s', (text, means) => expect(readReturn(normalise(text))).toBe(means));
});

describe('where somebody belongs', () => {
	test.each([
		['流入 关系还在 西山村党支部', '西山村党支部'],
		['原属：西山村党支部', '西山村党支部'],
		['西山村党支部', '西山村党支部'],
		['流入 钱五 西山村党支部 7月1日起', '西山村党支部'],
		['来自 洛阳', '洛阳'],
		['钱五 西山村党支部', undefined],
		['', undefined],
	])('%s: %s', (text, home) => expect(readHome(text)?.words).toBe(home));

	test.each([
		['流入 钱五 深圳', '钱五', 3],
		['流进来 阿依古丽', undefined, 0],
		['流入 深圳', undefined, 0],
		['钱五', undefined, 0],
	])('%s names %s', (text, name, from) => {
		const found = readNewcomer(text);
		expect(found?.words).toBe(name);
		if (found) expect(found).toMatchObject({ from, to: from + found.words.length });
	});

	test.each([
		['去了深圳 7月1日起', '深圳', 5],
		['在苏州，13800000000', '苏州', 4],
		['深圳南山了', '深圳南山', 5],
		['深圳 2026年7月', '深圳', 3],
		['7月1日', undefined, 0],
		['', undefined, 0],
	])('«%s» is at %s', (text, place, to) => {
		const found = readPlace(text);
		expect(found?.words).toBe(place);
		if (found) expect(found.to).toBe(to);
	});

	test.each([
		['地点不固定', false],
		['经常换', false],
		['单位固定', true],
		['深圳', undefined],
	])('%s: fixed is %s', (text, fixed) => expect(readFixed(text)?.fixed).toBe(fixed));

	test.each([
		['张三 到 南山科技党支部', '南山科技党支部', 3],
		['转往 深圳\n别的', '深圳', 0],
		['to Nanshan', 'Nanshan', 0],
		['张三', undefined, 0],
		['到', undefined, 0],
	])('«%s» goes to %s', (text, words, from) => {
		const found = readDestination(text);
		expect(found?.words).toBe(words);
		if (found) expect(found.from).toBe(from);
	});
});

test.each(['不去深圳了', '别登记', '算了', '不走了', '取消登记'])('%s calls it off', (text) =>
	expect(callsOffMove(text)).toBe(true),
);
test.each(['深圳', '去苏州', '不固定'])('%s does not', (text) => expect(callsOffMove(text)).toBe(false));
test.each(['7月去深圳', '今天去苏州', '13800000000'])('流动登记%s', (text) =>
	expect(beginsMove(text)).toBe(true),
);
test.each(['表在哪', '7月怎么登记', '7月登记吗'])('not 流动登记%s', (text) =>
	expect(beginsMove(text)).toBe(false),
);
