import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../browser.ts';
import { openPage, servePage, write } from './open-page.ts';
import { GROUP } from './township.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

/** Holds the answers to the page's requests that match, the answer itself taken at once, until it is let go. */
async function hold(page: Page, what: string | RegExp) {
	const free = Promise.withResolvers<void>();
	const first = Promise.withResolvers<void>();
	await page.route(what, async (route) => {
		const response = await route.fetch();
		first.resolve();
		await free.promise;
		await route.fulfill({ response });
	});
	return { held: first.promise, letGo: free.resolve };
}

const me = (page: Page) => page.locator('.persona.current strong');
const typed = (page: Page) => page.getByLabel('输入消息');

it('a first step clicked before the first persona has come finds its chat all the same', async () => {
	const { page, address } = await servePage(browser, { tools: true });
	const persona = await hold(page, /state\?as=/);
	await page.goto(address);
	await persona.held;
	await page.getByRole('button', { name: '管理码 482913' }).click();
	persona.letGo();
	await expect.poll(() => typed(page).inputValue()).toBe('管理码 482913');
	expect(await me(page).textContent()).toBe('陈敏');
});

it('who is chosen last wins, whichever answer comes first', async () => {
	const { page } = await openPage(browser, { me: 'ou_li', tools: false });
	const slow = await hold(page, /as=ou_zhang/);
	await choose(page, '张三');
	await slow.held;
	await choose(page, '王小梅');
	await me(page).getByText('王小梅').waitFor();
	const late = page.waitForResponse(/as=ou_zhang/);
	slow.letGo();
	await (await late).finished();
	await page.locator('.chat-row', { hasText: '支部助手' }).first().click();
	await write(page, '你好');
	await page.getByRole('log').getByText('收到：你好').waitFor();
	expect(await me(page).textContent()).toBe('王小梅');
});

it('loses no message that comes while an older answer is on its way', async () => {
	const { page, feishu } = await openPage(browser, { me: 'ou_li', tools: false });
	const messages = await hold(page, new RegExp(`messages.chat=${GROUP}`));
	await page.locator(`[data-chat="${GROUP}"]`).click();
	await messages.held;
	const heard = page.waitForResponse(/api\/say/);
	await write(page, '大家好');
	await heard;
	await feishu.say('ou_wang', GROUP, '收到了');
	messages.letGo();
	await page.getByRole('log').getByText('收到了').waitFor();
	await page.getByRole('log').getByText('大家好').waitFor();
	expect(await page.getByRole('log').getByText('大家好').count()).toBe(1);
});

async function choose(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: /换人/ }).click();
	await page.getByPlaceholder(/找/).fill(name);
	await page.keyboard.press('Enter');
}
