import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../browser.ts';
import { openPage, write } from './open-page.ts';
import { GROUP } from './township.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

describe('at a desk', () => {
	it('a secretary plans in the group, and a member answers with one tap', async () => {
		const { page } = await openPage(browser, { me: 'ou_li', tools: false });
		await page.locator(`[data-chat="${GROUP}"]`).click();
		await write(page, '@支部助手 会议 下周三');
		await page.getByRole('heading', { name: '第四季度党务工作者例会' }).waitFor();

		await page.getByRole('button', { name: /换人/ }).click();
		await page.getByPlaceholder(/找/).fill('张三');
		await page.keyboard.press('Enter');
		await page.locator('.card').getByRole('button', { name: '参加' }).click();
		await page.locator('.toast').getByText('已记下：参加').waitFor();
		await page.locator('.card').getByText('您的答复：').waitFor();
	});

	it('asks before a dangerous button counts', async () => {
		const { page, feishu } = await openPage(browser, { me: 'ou_li', tools: false });
		await write(page, '会议');
		const cancel = page.locator('.card').getByRole('button', { name: '取消会议' });
		await cancel.click();
		await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click();
		expect(feishu.deliveries().some(({ body }) => body.includes('好的'))).toBe(false);
		await cancel.click();
		await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
		await page.locator('.toast').getByText('好的').waitFor();
	});

	it('fills a form: what is required is asked for, and the answers arrive as the platform writes them', async () => {
		const { page } = await openPage(browser, { me: 'ou_zhang', tools: false });
		await write(page, '外出登记');
		const form = page.getByRole('form');
		await form.getByRole('button', { name: '提交登记' }).click();
		await form.getByText('这一项要填').first().waitFor();
		await expect(page.locator('.toast').count()).resolves.toBe(0);

		await form.getByPlaceholder('例如：苏州工业园区').fill('苏州');
		await form.locator('input[type="date"]').fill('2026-06-01');
		await form.locator('input[type="datetime-local"]').fill('2026-12-12T19:30');
		await form.getByRole('combobox').selectOption({ label: '务工经商' });
		await form.locator('[data-field="help"] summary').click();
		await form.getByLabel('医疗').check();
		await form.getByLabel('贷款').check();
		await form.locator('[data-field="contact"] summary').click();
		await form.getByPlaceholder('查找').fill('李建国');
		await form.getByRole('radio').check();
		await form.getByLabel('同意支部保存以上信息').check();
		await form.getByRole('button', { name: '提交登记' }).click();

		const toast = (await page.locator('.toast', { hasText: '已登记：' }).textContent()) ?? '';
		expect(JSON.parse(toast.slice(toast.indexOf('{')))).toEqual({
			place: '苏州',
			since: '2026-06-01 +0800',
			when: '2026-12-12 19:30 +0800',
			reason: 'v0',
			help: ['v2', 'v3'],
			contact: 'ou_li',
			agreed: true,
		});
	});

	it('draws a chart, and turns the pages of a table', async () => {
		const { page } = await openPage(browser, { me: 'ou_li', tools: false });
		await write(page, '统计');
		await page.locator('.chart canvas').first().waitFor();
		await page.getByText('东街联合党支部', { exact: true }).last().waitFor();
		await page.getByRole('button', { name: '下一页' }).click();
		await page.getByRole('cell', { name: '物流园联合党支部' }).waitFor();
	});

	it('shows what people typed as they typed it', async () => {
		const { page } = await openPage(browser, { me: 'ou_li', tools: false });
		await write(page, '<img src=x onerror="document.title=1">原样');
		const card = page.locator('.card');
		await card.getByText('<script>document.title=1</script>').waitFor();
		expect(await card.locator('script, a, .card-body b').count()).toBe(0);
		expect(await card.textContent()).toContain('*星号*');
		expect(await page.locator('.bubble img').count()).toBe(0);
		expect(await page.title()).toBe('支部助手 · 沙盒');
	});

	it('puts the words of a first step where they belong; sending ticks it off', async () => {
		const { page } = await openPage(browser, { me: 'ou_zhang', tools: true });
		await page.getByRole('button', { name: '管理码 482913' }).click();
		await page.locator('.persona.current strong').getByText('陈敏').waitFor();
		await expect.poll(() => page.getByLabel('输入消息').inputValue()).toBe('管理码 482913');
		await page.getByLabel('输入消息').press('Enter');
		await page.getByRole('checkbox', { name: '成为组织员', checked: true }).waitFor();
	});

	it('shows the raw traffic, and speaks English', async () => {
		const { page } = await openPage(browser, { me: 'ou_li', tools: true, tool: 'wire' });
		await write(page, '帮助');
		await page.locator('.wire-line', { hasText: 'im.message.receive_v1' }).click();
		await page.locator('.wire-body pre').getByText('帮助').waitFor();
		await page.getByRole('button', { name: 'EN' }).click();
		await page.getByRole('tab', { name: 'Clock' }).click();
		await page.getByRole('button', { name: '1 day later' }).click();
		await page.getByText('Friday, December 11, 2026').waitFor();
	});
});

it('works by the keyboard alone', async () => {
	const { page, feishu } = await openPage(browser, { me: 'ou_li', tools: false });
	await page.locator('.chat-row').first().focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.locator('.chat-row.chosen', { hasText: '东街联合党支部' }).waitFor();
	await page.getByLabel('输入消息').focus();
	await page.keyboard.type('@支');
	await page.getByRole('option', { name: '支部助手' }).last().waitFor();
	await page.keyboard.press('Enter');
	await page.keyboard.type('会议');
	await page.keyboard.press('Shift+Enter');
	await page.keyboard.type('下周三');
	await page.keyboard.press('Enter');
	await page.locator('.card').waitFor();
	const said = feishu.messages(GROUP)[0];
	expect(JSON.parse(said?.content ?? '{}')).toEqual({ text: '@_user_1 会议\n下周三' });

	await page.locator('.log').focus();
	for (let step = 0; step < 8; step++) {
		await page.keyboard.press('Tab');
		if ((await page.locator(':focus').textContent())?.trim() === '请假') break;
	}
	await page.keyboard.press('Enter');
	await page.locator('.toast').getByText('已记下：请假').waitFor();
});

it('fits a phone: list, chat, back, tools as a sheet', async () => {
	const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
	const { page, feishu } = await openPage(browser, { me: 'ou_li', tools: false }, phone);
	await feishu.say('ou_li', feishu.privateChat('ou_li').chatId, '统计');
	const wide = () => page.locator('html').evaluate((root) => root.scrollWidth);
	expect(await wide()).toBe(390);
	await page.locator('.chat-row', { hasText: '支部助手' }).click();
	await page.locator('.chart canvas').first().waitFor();
	expect(await page.locator('.left').isVisible()).toBe(false);
	expect(await wide()).toBe(390);
	await page.locator('.chat-head').getByRole('button', { name: '沙盒工具' }).click();
	await page.getByRole('heading', { name: '十步走一遍' }).waitFor();
	expect(await wide()).toBe(390);
	await page.getByRole('button', { name: '收起工具' }).click();
	await page.getByRole('button', { name: '返回会话列表' }).click();
	await page.locator('.chat-row').first().waitFor();
});
