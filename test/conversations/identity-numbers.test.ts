import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutIdentity } from '../../src/bot/intake.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await stage.李建国.announces('主题党日 下周三下午3点 二楼会议室');
});
afterAll(() => stage.town.close());

const SPELT = [
	'110101198001010011',
	'11010119800101001X',
	'11010119800101001x',
	'110101 19800101 0011',
	'110101-19800101-001X',
	'110101.1980.0101.0011',
	'１１０１０１１９８００１０１００１Ｘ',
	'110101800101001',
	'110101-800101-001',
];
const TOLD = '1个身份证号，没有读取，也没有保存';
/** Any six of its figures in a row, whatever stands between them. */
const LEFT = /110101|8.?0.?0.?1.?0.?1/;

/** Everything the bot wrote to somebody, without the times and colours around it. */
function heardBy(actor: Stage['张三']): string {
	return actor.heard().join('\n');
}

test.each(SPELT)('«%s» is dropped wherever it is typed, and who typed it is told once', async (number) => {
	const { 张三, 李建国 } = stage;
	const said = [
		await 张三.says(`请假 #1 身份证${number}要补办`),
		await 张三.says(`求助 劳动维权 公司扣了我的身份证 ${number} 不还`),
		await 张三.says(`流动登记 深圳 ${number} 7月1日起`),
		await 张三.says(`${number}`),
		await 李建国.says(`名册 添加\n钱进 ${number}`),
		await 李建国.says(`会议 12月3日下午3点 ${number}`),
		await 李建国.says(`统计 ${number}`),
	];
	for (const each of said) expect(each.split(TOLD)).toHaveLength(2);
	expect(said.join().replaceAll(TOLD, '')).not.toMatch(LEFT);
	expect(heardBy(张三)).not.toContain(number);
});

test('also in a form, and the rest of the form is taken', async () => {
	const { 王小梅 } = stage;
	await 王小梅.says('流动登记');
	const answer = await 王小梅.taps('下一步', 王小梅.desk, {
		place: '深圳 110101198001010011',
		since: '2026-07-01',
		contact: '13800000000',
	});
	expect(answer).toContain(TOLD);
	expect(answer).toContain('深圳');
	expect(answer).not.toMatch(LEFT);
});

test('in a group who wrote it is told in private; what people say among themselves is nobody’s business', async () => {
	const { 张三, group, town } = stage;
	expect(await 张三.says('请假 110101198001010011', group)).toContain(TOLD);
	expect(张三.heard(group).join()).not.toContain('身份证号');
	const before = 张三.heard().length;
	await town.feishu.say(张三.openId, group, '我的身份证号是110101198001010011');
	await town.settle();
	expect(张三.heard()).toHaveLength(before);
});

test('other numbers stay', async () => {
	const { 张三 } = stage;
	const answer = await 张三.says('流动登记 深圳 7月1日起 138 0011 0112');
	expect(answer).toContain('13800110112');
	expect(answer).not.toContain('身份证号');
});

const digits = (length: number) =>
	fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
		.map((all) => all.join(''));
const two = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
const date = fc.tuple(two(1, 12), two(1, 28)).map((parts) => parts.join(''));
const place = fc.integer({ min: 110000, max: 659000 }).map(String);
const recent = fc
	.tuple(place, fc.constantFrom('19', '20'), two(0, 99), date, digits(3), fc.constantFrom('0', '7', 'X', 'x'))
	.map((parts) => parts.join(''));
const old = fc.tuple(place, two(30, 99), date, digits(3)).map((parts) => parts.join(''));
const between = fc.constantFrom('', ' ', '-', '.', '　', '－', ' - ', '·');
const wide = (text: string) =>
	text.replace(/[0-9Xx]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

test('property: whatever the spelling and the form, no run of its figures comes in', () => {
	const spelt = fc.tuple(fc.oneof(recent, old), between, fc.boolean()).map(([number, sign, isWide]) => {
		const parts =
			number.length === 18
				? [number.slice(0, 6), number.slice(6, 14), number.slice(14)]
				: [number.slice(0, 6), number.slice(6, 12), number.slice(12)];
		return isWide ? wide(parts.join(sign)) : parts.join(sign);
	});
	fc.assert(
		fc.property(
			spelt,
			fc.constantFrom('', '张三 ', '我叫'),
			fc.constantFrom('', ' 男', '，住深圳'),
			(number, a, b) => {
				const text = `${a}${number}${b}`;
				const message = withoutIdentity({
					kind: 'message',
					id: 'one',
					at: 0,
					messageId: 'om',
					chatId: 'oc',
					chatType: 'private',
					from: 'ou',
					fromApp: false,
					form: 'text',
					text,
					mentions: [],
				});
				const tap = withoutIdentity({
					kind: 'tap',
					id: 'two',
					at: 0,
					by: 'ou',
					messageId: 'om',
					chatId: 'oc',
					form: { one: text, several: ['ou_1', text] },
				});
				expect([message.dropped, tap.dropped]).toEqual([1, 2]);
				expect(JSON.stringify([message, tap])).not.toMatch(/[0-9０-９]{3}/);
			},
		),
	);
});
