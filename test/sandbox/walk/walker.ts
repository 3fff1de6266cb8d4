import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { unbroken } from '../../../src/lark/drawing/text.ts';
import { openBrowser } from '../../browser.ts';

/** Somebody at the sandbox's page who has a mouse; what they do next waits for what they read before. */
export interface Walker {
	readonly page: Page;
	/** Errors of the page's scripts. */
	readonly errors: readonly string[];
	/** Lets the page fill in a step, sends it, and waits for what the bot says to it. */
	step(name: string, answer: string): Promise<void>;
	/** Waits for words in the open chat. */
	reads(words: string | RegExp): Promise<void>;
	/** Takes the newest button of this label on the cards of the open chat. */
	taps(label: string): Promise<void>;
	/** Writes into a field of the newest form that has it. */
	fills(field: string, words: string): Promise<void>;
	become(name: string): Promise<void>;
	/** Opens the chat with these words in its row of the list. */
	opens(chat: string): Promise<void>;
	close(): Promise<void>;
}

/** Starts what `npm start` runs, on free ports with fresh data, and a browser on the page it prints. */
export async function openWalk(): Promise<Walker> {
	const dataDir = mkdtempSync(join(tmpdir(), 'zhibu-walk-'));
	const bot = startSandbox(dataDir);
	const [address, browser] = await Promise.all([printedAddress(bot), openBrowser()]);
	const tab = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	const page = await tab.newPage();
	page.setDefaultTimeout(20_000);
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	await page.goto(address);
	await page.getByRole('heading', { name: '十步走一遍' }).waitFor();
	return {
		...hands(page),
		page,
		errors,
		async close() {
			await browser.close();
			const stopped = once(bot, 'exit');
			bot.kill('SIGTERM');
			expect((await stopped)[0]).toBe(0);
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

function startSandbox(dataDir: string): ChildProcess {
	const { LARK_APP_ID: _, NODE_ENV: __, ...env } = process.env;
	return spawn(process.execPath, ['src/runtime/node/launch.mjs'], {
		env: { ...env, DATA_DIR: dataDir, PORT: '0', BOT_CLOCK: '2026-11-21T10:00:00+08:00' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
}

async function printedAddress(bot: ChildProcess): Promise<string> {
	let printed = '';
	for await (const chunk of bot.stdout ?? []) {
		printed += String(chunk);
		const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
		if (found) return found;
	}
	throw new Error(`the sandbox did not start: ${printed}`);
}

/** A card keeps a number beside its unit and a dot beside its word, by signs that nobody sees. */
function asDrawn(words: string | RegExp): RegExp {
	const source =
		typeof words === 'string' ? unbroken(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : words.source;
	return new RegExp(
		source.replace(/\s/g, '\\s').replace(/\u2060|(?<=\d\+?)(?=[年月日点时分人次号])/g, '\\u2060?'),
	);
}

function hands(page: Page): Pick<Walker, 'step' | 'reads' | 'taps' | 'fills' | 'become' | 'opens'> {
	const log = page.getByRole('log');
	const reads = (words: string | RegExp) => log.getByText(asDrawn(words)).last().waitFor();
	return {
		reads,
		async step(name, answer) {
			await page.locator('.step', { hasText: name }).locator('.step-go').click();
			// Cannot be clicked before there is something to send.
			await page.getByRole('button', { name: '发送', exact: true }).click();
			await reads(answer);
		},
		taps: (label) => log.locator('.card').getByRole('button', { name: label, exact: true }).last().click(),
		fills: (field, words) => log.locator(`[data-field="${field}"] :is(input, textarea)`).last().fill(words),
		async become(name) {
			await page.getByRole('button', { name: /换人/ }).click();
			await page.getByPlaceholder(/找/).fill(name);
			const named = page.locator('strong', { hasText: new RegExp(`^${name}$`) });
			await page.locator('.switcher .persona', { has: named }).click();
			await page.locator('.persona.current', { has: named }).waitFor();
		},
		opens: (chat) => page.locator('[data-chat]', { hasText: chat }).first().click(),
	};
}
