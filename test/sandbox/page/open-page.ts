import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { sandboxPage } from '../../../sandbox/page/index.ts';
import { openTownship } from './township.ts';

/** The page's address and a browser tab for it, closed with the test; a script error fails the test. */
export async function servePage(browser: Browser, kept: object, context: BrowserContextOptions = {}) {
	const town = await openTownship(150);
	const { clock, feishu } = town;
	const samples = [{ title: '花名册', text: '名册 添加\n张三 纺织厂' }];
	const app = sandboxPage(feishu, { locale: 'zh-CN', clock, samples, officerCode: () => '482913' });
	const server = createAdaptorServer({ fetch: app.fetch });
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const tab = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context });
	const page = await tab.newPage();
	page.setDefaultTimeout(8000);
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	await page.addInitScript((state) => {
		if (!localStorage.getItem('zhibu-sandbox')) localStorage.setItem('zhibu-sandbox', JSON.stringify(state));
	}, kept);
	onTestFinished(async () => {
		await tab.close();
		const closed = once(server, 'close');
		server.close();
		if ('closeAllConnections' in server) server.closeAllConnections();
		await closed;
		await town.close();
		expect(errors).toEqual([]);
	});
	return { ...town, page, address: `http://127.0.0.1:${port}/` };
}

/** The page, drawn, in a browser of its own. */
export async function openPage(browser: Browser, kept: object, context: BrowserContextOptions = {}) {
	const { address, ...town } = await servePage(browser, kept, context);
	await town.page.goto(address);
	await town.page.locator('.composer').waitFor({ state: 'attached' });
	return town;
}

export const write = async (page: Page, text: string) => {
	await page.getByLabel('输入消息').fill(text);
	await page.keyboard.press('Enter');
};
