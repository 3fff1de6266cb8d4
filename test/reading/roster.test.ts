import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../src/reading/roster/index.ts';

/** Entries as one line: `张三 李四/预备 王五@2 赵六?duplicate`. */
function line(text: string): string {
	return readRoster(text)
		.entries.map(({ name, standing, mention, duty, doubt }) =>
			[
				name,
				standing && `/${{ full: '正式', probationary: '预备', activist: '积极' }[standing]}`,
				duty && `=${duty}`,
				mention?.replace('@_user_', '@'),
				doubt && `?${doubt}`,
			]
				.filter(Boolean)
				.join(''),
		)
		.join(' ');
}

describe('roster', () => {
	it.each([
		['张三', '张三'],
		['张三\n李四\n王五', '张三 李四 王五'],
		['张三 李四 王五', '张三 李四 王五'],
		['张三、李四、王五。', '张三 李四 王五'],
		['张三,李四；王五', '张三 李四 王五'],
		['1. 张三\n2. 李四', '张三 李四'],
		['1、张三\n2、李四', '张三 李四'],
		['1张三\n2李四', '张三 李四'],
		['① 张三\n② 李四', '张三 李四'],
		['(1) 张三\n(2)李四', '张三 李四'],
		['一、张三\n二、李四\n十、王五', '张三 李四 王五'],
		['1.张三 2.李四 3.王五', '张三 李四 王五'],
		['张 三\n李 四', '张三 李四'],
		['张 三 李 四', '张三 李四'],
		['张 小 三', '张小三'],
		['张 小 三 李 四', '张小三 李四'],
		['张 三 男 汉', '张三'],
		['张三\t男\t汉族\t本科', '张三'],
		['姓名\t性别\t电话\n张三\t男\t13800138000', '张三'],
		['序号 姓名 性别 身份证号\n1 张三 男 11010119900101123X\n2 李四 女 110101199001011234', '张三 李四'],
		['单位,姓名,职务\n华兴科技公司,张三,经理\n华兴科技公司,李四,职员', '张三 李四'],
		['性别,姓名,类别\n男,张三,正式党员\n女,李四,预备党员', '张三/正式 李四/预备'],
		['张三 正式党员\n李四 预备党员\n王五 入党积极分子', '张三/正式 李四/预备 王五/积极'],
		['张三(预备)、李四、王五(积极分子)', '张三/预备 李四 王五/积极'],
		['预备党员张三', '张三/预备'],
		['正式党员:张三、李四\n预备党员:王五', '张三/正式 李四/正式 王五/预备'],
		['预备党员(2人):\n张三\n李四', '张三/预备 李四/预备'],
		['张三 书记\n李四 组织委员\n王五', '张三=书记 李四=组织委员 王五'],
		['支部书记 张三', '张三=支部书记'],
		['@_user_1 张三\n@_user_2 李四', '张三@1 李四@2'],
		['@_user_1 @_user_2 张三', '@1 @2 张三'],
		['@_user_1 张三 @_user_2 李四', '张三@1 李四@2'],
		['@_user_1\n@_user_2 预备', '@1 /预备@2'],
		['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
		['阿卜杜拉•买买提 男', '阿卜杜拉·买买提'],
		['欧阳小明 司马光', '欧阳小明 司马光'],
		['John Smith\nTom Li', 'John Smith Tom Li'],
		// doubts
		['张三\n李四\n张三', '张三 李四 张三?duplicate'],
		['@_user_1\n@_user_1', '@1 @1?duplicate'],
		['张三李四', '张三李四?two-names'],
		['王小明李四', '王小明李四?two-names'],
		['王建国同志们', '王建国同志们?long'],
		['锅碗瓢盆', '锅碗瓢盆?not-a-name'],
		['', ''],
	])('%j', (text, means) => expect(line(text)).toBe(means));

	it('counts what it drops and keeps none of it', () => {
		const text = [
			'第一支部党员名册',
			'序号 姓名 性别 身份证号 电话',
			'1 张三 男 11010119900101123X 13800138000',
			'2 李四 女 110101 19900101 1234 138-0013-8000',
			'3 王五 男 汉族 1990-01-01 010-65121210',
			'备用账号 6222020200112233445',
			'12345678901234567',
		].join('\n');
		const read = readRoster(text);
		const sure = read.entries.filter(({ doubt }) => !doubt);
		expect(sure.map(({ name, line }) => [line, name])).toEqual([
			[3, '张三'],
			[4, '李四'],
			[5, '王五'],
		]);
		expect(read.dropped).toEqual({ phones: 3, idNumbers: 4, others: 5 });
		expect(read.unread.map((each) => each.line)).toContain(1);
		expect(JSON.stringify([read.entries, read.unread])).not.toMatch(/\d{6}/);
	});

	it('keeps number and words of a doubtful line', () => {
		expect(readRoster('张三\n\n2. 张三 13800138000').entries[1]).toEqual({
			line: 3,
			name: '张三',
			doubt: 'duplicate',
			text: '张三',
		});
		expect(readRoster('张三\n共12人').unread).toEqual([{ line: 2, text: '共12人' }]);
	});

	it('survives anything, and lets no long number through', () => {
		const signs = fc.constantFrom(
			...'张 三 李四 男 正式 预备 书记 姓名 1. ① ( ) ： : 、 · , 13800138000 11010119900101123X @_user_1 族 岁'.split(
				' ',
			),
			' ',
			'\t',
			'\n',
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(signs, { maxLength: 30 }).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(text, (input) => {
				const lines = input.split(/\r\n|\r|\n/).length;
				const read = readRoster(input);
				for (const { line } of [...read.entries, ...read.unread])
					expect(line >= 1 && line <= lines).toBe(true);
				for (const count of Object.values(read.dropped)) expect(count).toBeGreaterThanOrEqual(0);
				for (const { name, mention } of read.entries) expect(name !== '' || mention !== undefined).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it('takes one line of thousands of names without reading it again for each', () => {
		expect(readRoster('张 '.repeat(20_000)).entries).toHaveLength(10_000);
	});

	it('reads a list back however it is written', () => {
		const pool = '张三 李小四 王建国 欧阳锋 赵敏 陈桂英 古丽·买买提 刘洋 周芷若 吴磊 郑成功 冯巩'.split(' ');
		const words = { full: '正式党员', probationary: '预备党员', activist: '入党积极分子' } as const;
		const people = fc.shuffledSubarray(pool, { minLength: 1 }).chain((names) =>
			fc.tuple(
				...names.map((name) =>
					fc.record({
						name: fc.constant(name),
						standing: fc.constantFrom<keyof typeof words>('full', 'probationary', 'activist'),
					}),
				),
			),
		);
		const styles: readonly ((people: readonly { name: string; standing: keyof typeof words }[]) => string)[] =
			[
				(all) => all.map(({ name, standing }, at) => `${at + 1}. ${name} ${words[standing]}`).join('\n'),
				(all) => all.map(({ name, standing }) => `${name}(${words[standing]})`).join('、'),
				(all) =>
					`序号\t类别\t姓名\t电话\n${all.map(({ name, standing }, at) => `${at + 1}\t${words[standing]}\t${name}\t1380013800${at % 10}`).join('\n')}`,
			];
		fc.assert(
			fc.property(people, fc.constantFrom(...styles), (all, style) => {
				const read = readRoster(style(all));
				expect(read.entries.map(({ name, standing, doubt }) => ({ name, standing, doubt }))).toEqual(
					all.map((person) => ({ ...person, doubt: undefined })),
				);
				expect(read.unread).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});
});
