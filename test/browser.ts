import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Keeps the browser to itself: no sandbox inside a container, no calls home. */
const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** One context closed must not end the whole browser; and the page's own defences are to be met as people meet them. */
const UNWANTED = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content']);

/** A headless Chromium out of the package, without anything installed; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
	const executablePath = await chromium.executablePath();
	const args = [...chromium.args.filter((arg) => !UNWANTED.has(arg)), ...QUIET];
	return playwright.launch({ executablePath, headless: true, args });
}
