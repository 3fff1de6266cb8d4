import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../browser.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'zhibu-walk-'));
let bot: ChildProcess;
let browser: Browser;
let address: string;

/** The process that `npm start` runs, on free ports; answers the address of the page it prints. */
async function startSandbox(): Promise<string> {
	const { LARK_APP_ID: _, NODE_ENV: __, ...env } = process.env;
	bot = spawn(process.execPath, ['src/runtime/node/launch.mjs'], {
		env: { ...env, DATA_DIR: dataDir, PORT: '0', BOT_CLOCK: '2026-11-21T10:00:00+08:00' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let printed = '';
	for await (const chunk of bot.stdout ?? []) {
		printed += String(chunk);
		const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
		if (found) return found;
	}
	throw new Error(`the sandbox did not start: ${printed}`);
}

beforeAll(async () => {
	[address, browser] = await Promise.all([startSandbox(), openBrowser()]);
});

afterAll(async () => {
	await browser.close();
	const stopped = once(bot, 'exit');
	bot.kill('SIGTERM');
	expect((await stopped)[0]).toBe(0);
	rmSync(dataDir, { recursive: true, force: true });
});

test('a new user walks the ten steps by mouse and reads what each of them says', async () => {
	const tab = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	const page = await tab.newPage();
	page.setDefaultTimeout(20_000);
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	await page.goto(address);
	await page.getByRole('heading', { name: '十步走一遍' }).waitFor();

	await step(page, '成为组织员', '您现在是组织员了');
	await step(page, '把群绑定成支部', '上级是“东湖镇两新党委”');
	await step(page, '任命一位书记', '职务以组织批复为准');
	await step(page, '贴上花名册', '6个身份证号，没有读取，也没有保存');
	await page.getByRole('button', { name: '对，记入6人' }).click();
	await reads(page, '新记入6人');
	await step(page, '安排一次会议', '应到6 · 参加0 · 请假0 · 未答6');

	await step(page, '党员答复', '应到6 · 参加1 · 请假0 · 未答5');
	await become(page, '王小梅');
	await openGroup(page);
	await page.locator('.card').getByRole('button', { name: '请假' }).last().click();
	await reads(page, '应到6 · 参加1 · 请假1 · 未答4');
	await become(page, '李建国');
	await openDesk(page);
	await say(page, '代 周德福 参加');
	await reads(page, '周德福：参加');

	await page.locator('.step', { hasText: '把时间拨到会后' }).locator('.step-go').click();
	await step(page, '会后登记到会', '应到6 · 实到6 · 请假0 · 缺席0');
	await step(page, '看统计', '100%（6÷6）');
	await step(page, '撤回上一步', '已撤回');
	expect(errors).toEqual([]);
	await tab.close();
}, 120_000);

/** Lets the page fill in a step, sends it, and waits for what the bot says to it. */
async function step(page: Page, name: string, answer: string): Promise<void> {
	await page.locator('.step', { hasText: name }).locator('.step-go').click();
	const composer = page.getByLabel('输入消息');
	await expect.poll(() => composer.inputValue(), { timeout: 10_000 }).not.toBe('');
	await composer.press('Enter');
	await reads(page, answer);
}

async function reads(page: Page, words: string): Promise<void> {
	await page.getByRole('log').getByText(words).last().waitFor();
}

async function say(page: Page, words: string): Promise<void> {
	await page.getByLabel('输入消息').fill(words);
	await page.keyboard.press('Enter');
}

async function become(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: /换人/ }).click();
	await page.getByPlaceholder(/找/).fill(name);
	await page.keyboard.press('Enter');
	await page.locator('.me, header, aside').getByText(name).first().waitFor();
}

async function openGroup(page: Page): Promise<void> {
	await page.locator('[data-chat="oc_xingguang"]').click();
}

async function openDesk(page: Page): Promise<void> {
	await page.locator('[data-chat]', { hasText: '机器人' }).first().click();
}
