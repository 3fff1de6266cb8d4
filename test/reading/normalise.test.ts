import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/reading/normalise.ts';

describe('normalise', () => {
	test.each([
		['請假', '请假'],
		['簽到 後天下午', '签到 后天下午'],
		['組織關係轉接', '组织关系转接'],
		['什麼時候開會', '什么时候开会'],
		['皇后 王后', '皇后 王后'],
		['慰藉', '慰藉'],
		['＃１２　ＹＥＳ', '#12 YES'],
		['会议：下午３：００（二楼）？！', '会议:下午3:00(二楼)?!'],
		['张三，李四、王五。', '张三，李四、王五。'],
		['张三､李四｡', '张三、李四。'],
		['①张三', '①张三'],
		['@_user_1 请假', '@_user_1 请假'],
		['＠_user_1', '@_user_1'],
		['请\u200b假\ufeff', '请假'],
		['请\u0000假\u0007', '请假'],
		['  请假 \u00a0 出差  ', '请假 出差'],
		['请假\u3000\u2003出差', '请假 出差'],
		[' 名册 \r\n  张三  \r 李四\u2028王五 ', '名册\n张三\n李四\n王五'],
		['\n\n名册\n\n张三\n\n', '名册\n\n张三'],
		['张 三 \t 男\t\t正式党员\t', '张 三\t男\t\t正式党员'],
		['⼀⽉', '一月'],
		['cafe\u0301', 'café'],
		['Zhang San', 'Zhang San'],
		['', ''],
	])('%j → %j', (text, plain) => {
		expect(normalise(text)).toBe(plain);
	});

	test.each(['李乾', '陈昇', '於 梵', '魏徵'])('a name in simplified writing stays as it is: %s', (name) => {
		expect(normalise(name)).toBe(name);
	});

	test('the same characters in a traditional text are converted', () => {
		expect(normalise('餅乾 關於請假')).toBe('饼干 关于请假');
	});

	test('twice is as good as once, and nothing throws', () => {
		const signs = fc.constantFrom(
			'請',
			'薴',
			'乾',
			'假',
			'，',
			'\t',
			'\n',
			'\r',
			' ',
			'　',
			'１',
			'＃',
			'\u200b',
			'\u0301',
			'\ud800',
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(signs).map((parts) => parts.join('')),
			fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
		);
		fc.assert(
			fc.property(text, (raw) => {
				const once = normalise(raw);
				expect(normalise(once)).toBe(once);
				expect(once).not.toMatch(/[\u200b\r\ufeff]| {2}|^\s|\s$/);
			}),
			{ numRuns: 1000 },
		);
	});
});
