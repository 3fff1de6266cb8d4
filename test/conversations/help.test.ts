import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { createWords } from '../../src/locales/index.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	const { town, 陈敏, 李建国 } = stage;
	await 陈敏.says('支部 绑定 高新区两新党委', town.group('两新党委', [陈敏]));
	await 陈敏.says('支部 隶属 高新区两新党委', stage.group);
	for (const name of ['王五', '李四']) town.feishu.addMember(stage.group, town.person(name).openId);
	await 李建国.says('名册 添加 @王五 @李四', stage.group);
	for (const day of ['周三', '周四', '周五']) await 李建国.says(`主题党日 ${day}下午3点 二楼`);
});
afterAll(() => stage.town.close());

const examples = zhibu.help.flatMap(({ name, examples }) =>
	examples.map((each) => [name, typeof each === 'string' ? each : each.say] as const),
);

test.each(examples)('%s: «%s» works as it is written in the help', async (_name, line) => {
	for (const speaker of [stage.李建国, stage.陈敏]) {
		const heard = [await speaker.says(line, line.includes('@') ? stage.group : undefined)].join();
		expect(heard).not.toMatch(/没看懂|出了点问题|读不出/);
		expect(heard).not.toBe('');
	}
});

test('every command that can be said has words, a purpose in both languages and examples', () => {
	for (const locale of ['zh-CN', 'en'] as const) {
		const words = createWords(locale);
		for (const { purpose, examples, words: said } of zhibu.help) {
			expect(words(purpose)).not.toBe(purpose);
			expect(examples.length).toBeGreaterThan(0);
			expect(said.length).toBeGreaterThan(0);
		}
	}
});
