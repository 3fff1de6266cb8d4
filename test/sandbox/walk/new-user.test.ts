import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWalk, type Walker } from './walker.ts';

let walker: Walker;
beforeAll(async () => {
	walker = await openWalk();
}, 60_000);
afterAll(() => walker.close());

test('a new user walks the ten steps by mouse and reads what each of them says', async () => {
	const { page, errors, step, reads, taps, become, opens } = walker;
	await step('成为组织员', '您现在是组织员了');
	await step('把群绑定成支部', '上级是“东湖镇两新党委”');
	await step('任命一位书记', '职务以组织批复为准');
	await step('贴上花名册', '6个身份证号，没有读取，也没有保存');
	await taps('对，记入6人');
	await reads('新记入6人');
	await step('安排一次会议', '发之前请您看一眼');
	await taps('发到群里');
	await reads('通知发好了');

	await step('党员答复', '应到6 · 参加1 · 请假0 · 未答5');
	await become('王小梅');
	await opens('星光电子党支部');
	await taps('请假');
	await reads('应到6 · 参加1 · 请假1 · 未答4');
	await become('李建国');
	await opens('机器人');
	await page.getByLabel('输入消息').fill('代 周德福 参加');
	await page.keyboard.press('Enter');
	await reads('周德福：参加');

	await page.locator('.step', { hasText: '把时间拨到会后' }).locator('.step-go').click();
	await page.getByRole('checkbox', { name: '把时间拨到会后', checked: true }).waitFor();
	await step('会后登记到会', '应到6 · 实到6 · 请假0 · 缺席0');
	await step('看统计', '100%（6÷6）');
	await step('撤回上一步', '已撤回');

	await step('求助', '请谁来帮您？');
	await step('登记外出', '同意登记吗？');
	await step('看转接到哪一步', '介绍信 · 已等');
	await page.locator('.step', { hasText: '看提醒' }).locator('.step-go').click();
	await reads(/今天的提醒（\d+件）/);
	expect(errors).toEqual([]);
}, 120_000);
