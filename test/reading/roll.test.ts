import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoll } from '../../src/reading/roll/index.ts';

const ROSTER = ['张三', '李四', '王五', '赵六', '孙小美', '周到', '王芳', '王芳', '和平'].map(
	(name, index) => ({
		id: index + 1,
		name,
		...(index === 0 && { mention: '@_user_1' }),
	}),
);
const SHORT = { present: '到', late: '迟', online: '线', excused: '假', absent: '缺' };

/** Result as one line: `张三到 李四假 其他到 ?钱七 同名王芳 两次赵六 未说孙小美 未懂…`. */
function line(text: string): string {
	const read = readRoll(text, ROSTER);
	return [
		...read.marks.map(({ id, mark }) => `${ROSTER[id - 1]?.name}${SHORT[mark]}`),
		read.everyoneElse && `其他${SHORT[read.everyoneElse]}`,
		...read.unknown.map((name) => `?${name}`),
		...read.ambiguous.map(({ name, ids }) => `同名${name}${ids.join('/')}`),
		...read.twice.map((name) => `两次${name}`),
		...read.unmarked.map((name) => `未说${name}`),
		...read.unread.map((words) => `未懂${words}`),
	]
		.filter(Boolean)
		.join(' ');
}

describe('roll', () => {
	it.each([
		// everybody
		['全到', '其他到'],
		['全勤', '其他到'],
		['都到了', '其他到'],
		['全部到会', '其他到'],
		['全员到齐', '其他到'],
		['大家都来了', '其他到'],
		['都没来', '其他缺'],
		// all but some
		['除李四请假都到了', '李四假 其他到'],
		['除了李四请假,其他都到了', '李四假 其他到'],
		['除李四请假外,其余全到', '李四假 其他到'],
		['除了张三、李四请假,王五缺席,其他都到了', '张三假 李四假 王五缺 其他到'],
		['除了张三、李四请假，王五缺席，其他都到了。', '张三假 李四假 王五缺 其他到'],
		['李四请假,都到了', '李四假 其他到'],
		['全到,李四请假', '李四假 其他到'],
		['除李四都到了', '其他到 未说李四'],
		['都到了,除了李四', '其他到 未说李四'],
		['张三到 其他没来', '张三到 其他缺'],
		['到 张三 李四 其他缺席', '张三到 李四到 其他缺'],
		['请假:王五,其他到', '王五假 其他到'],
		['大家都到了,就李四请假', '李四假 其他到 未懂就'],
		// marks first
		['到 张三 李四 假 王五 缺 赵六', '张三到 李四到 王五假 赵六缺'],
		['到 @_user_1 李四 假 王五', '张三到 李四到 王五假'],
		['到:张三、李四;请假:王五', '张三到 李四到 王五假'],
		['到：张三、李四；请假：王五', '张三到 李四到 王五假'],
		['实到2人:张三、李四\n请假1人:王五\n缺席:无', '张三到 李四到 王五假'],
		['请假:\n张三\n李四\n缺席:\n王五', '张三假 李四假 王五缺'],
		['迟到 赵六 线上 王五', '赵六迟 王五线'],
		['没来的:张三 李四', '张三缺 李四缺'],
		// names first
		['张三到 李四请假 王五没来 赵六迟到', '张三到 李四假 王五缺 赵六迟'],
		['张三到李四请假王五没来赵六迟到', '张三到 李四假 王五缺 赵六迟'],
		['张三、李四都到了', '张三到 李四到'],
		['张三和李四到了,王五线上参加', '张三到 李四到 王五线'],
		['张三 李四 王五', '张三到 李四到 王五到'],
		['张三请病假,李四事假', '张三假 李四假'],
		['张三出差', '张三假'],
		['李四请假出差', '李四假'],
		['张三晚到', '张三迟'],
		['李四没来,请假了', '李四假'],
		['李四没到,出差', '李四假'],
		['张三因公请假', '张三假'],
		['无人缺席,全到', '其他到'],
		['张三同志到会', '张三到'],
		['周到到了', '周到到'],
		['周到没到', '周到缺'],
		['和平和张三到', '和平到 张三到'],
		['张三到 李四请假 王五', '张三到 李四假 未说王五'],
		// a pasted chain
		['#接龙\n1. 张三 到\n2. 李四 请假(出差)\n3. 王五', '张三到 李四假 王五到'],
		[
			'#接龙\n周三会议\n\n1.张三\n2.李四(请假)\n3.王五(迟到)\n4.赵六 线上',
			'张三到 李四假 王五迟 赵六线 未懂周三',
		],
		['接龙\n例 张三 到\n1、李四 到✓\n2、王五 ❌', '李四到 王五缺'],
		['1. @_user_1\n2. 李四 请假', '张三到 李四假'],
		// doubts
		['钱七到 李四请假', '李四假 ?钱七'],
		['钱和林到', '?钱和林'],
		['王五一到', '未说王五 未懂一'],
		['张三不可能到', '未说张三 未懂不可能'],
		['张三有点不舒服', '未说张三 未懂点不舒服'],
		['李四因感冒请假', '李四假 未懂感冒'],
		['王芳到', '同名王芳7/8'],
		['张三到 张三请假', '两次张三'],
		['张三到 张三到', '张三到'],
		['到 @_user_9', '?@_user_9'],
		// never the opposite
		['张三到了吗', '未说张三 未懂到了吗'],
		['张三到没有', '未说张三 未懂到没有'],
		['李四请假?', '未说李四 未懂请假?'],
		['到了吗 张三', '未说张三 未懂到了吗'],
		['张三没请假', '未说张三 未懂没请假'],
		['张三不请假了', '未说张三 未懂不请假'],
		['没到齐', '未懂没到齐'],
		['张三没迟到', '未说张三 未懂没迟到'],
		['全到了吗', '未懂全到了吗'],
		['请假:李四 王五到', '未说李四 未说王五 未懂请假:李四 王五到'],
		// what was said, and not its opposite
		['都参加不了:张三', '张三假'],
		['都参加不了：张三、李四', '张三假 李四假'],
		['都没来:张三', '张三缺'],
		['都参加:张三 李四', '张三到 李四到'],
		['除张三都参加不了', '未说张三 未懂其他'],
		['张三、李四都来不了', '张三假 李四假'],
		['参加不了:张三', '张三假'],
		['不参加:张三', '未说张三 未懂不'],
		['不能来的:张三', '未说张三 未懂不'],
		['#接龙\n1. 张三\n2. 李四(取消)\n3. 王五 来不了了', '张三到 王五假 未说李四 未懂取消'],
		[
			'1. 张三 到(取消)\n2. 李四 请假（取消）\n3. 王五 请假，不请了',
			'未说张三 未说李四 未说王五 未懂到 取消 未懂请假 取消 未懂不请',
		],
		['张三 请假取消', '未说张三 未懂请假取消'],
		['张三 参加不', '未说张三 未懂参加不'],
		['张三 能来不能来', '未说张三 未懂能来不能 未懂来'],
		['张三 退出\n李四 待定', '未说张三 未说李四 未懂退出 未懂待定'],
		['张三 去不了', '张三假'],
		['张三 晚一点到', '张三迟'],
		// a table: an empty cell says nothing, a remark beside a tick says how
		[
			'姓名\t签到\t备注\n张三\t√\n李四\n王五\t√\t迟到10分钟\n赵六\t√\t请假',
			'张三到 王五迟 两次赵六 未说李四',
		],
		['张三\t√\n李四\n王五\t×', '张三到 王五缺 未说李四'],
		['姓名\t到会\t请假\n张三\t√\n李四\t\t√', '张三到 李四假'],
		['姓名\t到会\t迟到\t缺席\n张三\t\t是\n李四\t\t\t√\n王五\t√', '张三迟 李四缺 王五到'],
		['姓名\t到会\t请假\n张三\t√\t√', '两次张三'],
		// signs of one's own, a part of all, a reason beside a cross
		['张三○ 李四√', '李四到 未说张三 未懂○'],
		['书记、委员都到了\n请假:李四', '李四假 未懂书记 未懂委员'],
		['张三❌(跑车)\n李四❌\n王五❌(无故)', '张三假 李四缺 王五缺'],
		// two lists are one too many
		['#接龙 周三\n1. 张三\n#接龙 周五\n1. 李四', '未懂#接龙 周三 未懂#接龙 周五'],
		['', ''],
	])('%s', (text, means) => expect(line(text)).toBe(means));

	it('keeps no reason', () => {
		expect(JSON.stringify(readRoll('李四 请假(住院手术)\n王五 生病', ROSTER))).not.toMatch(/住院|手术|生病/);
	});

	it('survives anything, marks nobody twice and nobody who is not named', () => {
		const signs = fc.constantFrom(
			...'张三 李四 王五 王芳 到 假 缺 没 不 都 全 其他 除 除了 请假 吗 ( ) （ ） ： : 、 1. 无 @_user_1'.split(
				' ',
			),
			' ',
			'\n',
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(signs, { maxLength: 25 }).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(text, (input) => {
				const { marks } = readRoll(input, ROSTER);
				expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
				for (const { id } of marks) {
					const person = ROSTER[id - 1];
					expect(input.includes(person?.name ?? '') || input.includes(person?.mention ?? '')).toBe(true);
					expect(person?.name).not.toBe('王芳');
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('reads back what it would itself write, in three styles', () => {
		const words = { present: '到', late: '迟到', online: '线上', excused: '请假', absent: '缺席' } as const;
		const kinds = fc.constantFrom<keyof typeof words>('present', 'late', 'online', 'excused', 'absent');
		const people = ROSTER.slice(0, 6);
		fc.assert(
			fc.property(fc.array(kinds, { minLength: 6, maxLength: 6 }), (chosen) => {
				const marks = people.map(({ id }, index) => ({ id, mark: chosen[index] }));
				const say = (join: string) =>
					people.map(({ name }, at) => `${name}${join}${words[chosen[at] ?? 'present']}`);
				const grouped = (Object.keys(words) as (keyof typeof words)[]).map(
					(kind) =>
						`${words[kind]}:${
							people
								.filter((_, at) => chosen[at] === kind)
								.map((p) => p.name)
								.join('、') || '无'
						}`,
				);
				const texts = [
					say('').join(' '),
					say(' ')
						.map((each, at) => `${at + 1}. ${each}`)
						.join('\n'),
					grouped.join('\n'),
				];
				for (const text of texts)
					expect([...readRoll(text, people).marks].sort((a, b) => a.id - b.id)).toEqual(marks);
			}),
			{ numRuns: 50 },
		);
	});
});
