import { appendFileSync } from 'node:fs';

/** Which part of the whole torture is run: run.ts sets it. Without it the tests keep to a tenth or less. */
const SHARE = Number(process.env.TORTURE_SIZE ?? 0);

/** How many there are in the tests, and how many in the torture as far as it is run. */
export function sized(usual: number, whole: number): number {
	return SHARE === 0 ? usual : Math.max(1, Math.ceil(whole * SHARE));
}

/** How long (ms) a test that is sized may take. */
export function patience(usual: number): number {
	return SHARE === 0 ? usual : 12 * 3_600_000;
}

/** So many of these were survived; run.ts adds them up. */
export function survived(what: string, count: number): void {
	const path = process.env.TORTURE_FIGURES;
	if (path !== undefined) appendFileSync(path, `${JSON.stringify({ what, count })}\n`);
}
