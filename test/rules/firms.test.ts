import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOfFirm, ownName } from '../../src/rules/firms.ts';

test.each([
	['星光电子', '星光电子党支部'],
	['星光电子有限公司', '星光电子党支部'],
	['星光', '东湖镇星光电子有限公司党支部'],
	['湖北省武汉市高新区星光电子科技股份有限公司', '星光电子党支部'],
	['我在星光电子上班', '星光电子党支部'],
	['现在在月亮电子打工，以前是星光的', '星光电子党支部'],
	['就是星光厂里的员工', '星光电子第一党支部'],
	['星光集团', '星光集团党委'],
	['ABC电子', 'abc电子（武汉）党支部'],
	['华为技术有限公司', '华为党总支'],
])('%s names %s', (told, organisation) => {
	expect(isOfFirm(told, organisation)).toBe(true);
});

test.each([
	['高新区', '高新区两新党委'],
	['高新区', '高新区星光电子党支部'],
	['东湖镇', '东湖镇两新党委'],
	['东湖镇', '东湖镇星光电子党支部'],
	['电子厂', '星光电子党支部'],
	['一家科技公司', '南山科技党支部'],
	['月亮电子', '星光电子党支部'],
	['武汉市东湖镇的一个公司', '武汉市东湖镇两新党委'],
	['公司', '公司党支部'],
	['光', '星光电子党支部'],
	['', '星光电子党支部'],
	['我在工厂上班', '联合工厂党支部'],
])('%s does not name %s', (told, organisation) => {
	expect(isOfFirm(told, organisation)).toBe(false);
});

test('a name that names a branch does so however much kind and place stands around it, and nothing breaks', () => {
	const kinds = fc.constantFrom('', '有限公司', '集团', '党支部', '公司党委', '电子有限公司');
	const places = fc.constantFrom('', '东湖镇', '武汉市高新区', '湖北省');
	fc.assert(
		fc.property(places, kinds, places, kinds, (a, b, c, d) => {
			expect(isOfFirm(`${a}启明${b}`, `${c}启明${d}`)).toBe(true);
			expect(isOfFirm(`${a}启明${b}`, `${c}海天${d}`)).toBe(false);
		}),
	);
	fc.assert(
		fc.property(fc.string(), fc.string(), (told, name) => void [isOfFirm(told, name), ownName(name)]),
	);
});
