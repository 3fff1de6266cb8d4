import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

/** A notice as it is forwarded, and what its preview shows of it. */
test.each([
	[
		'【会议通知】兹定于12月2日（星期三）下午3点在二楼会议室召开支部党员大会，请全体党员准时参加。',
		['支部党员大会', '12月2日（周三）下午3点', '二楼会议室'],
	],
	[
		'12月主题党日分两场：12月5日15:30（早班）、12月5日20:30（中班），任选一场，地点都在厂区活动室。',
		['主题党日', '12月5日（周六）下午3点半', '12月5日（周六）晚上8点半', '厂区活动室', '都发到群里'],
	],
	['定于今日19点召开组织生活会，地点三楼会议室', ['组织生活会', '11月21日（周六）晚上7点', '三楼会议室']],
])('%s', async (notice, seen) => {
	const { 李建国, 张三, group } = stage;
	const before = 张三.heard(group).length;
	const shown = await 李建国.says(notice);
	expect(shown).toContain('发之前请您看一眼');
	for (const each of seen) expect(shown).toContain(each);
	expect(张三.heard(group)).toHaveLength(before);
	await 李建国.taps('先不发');
});
