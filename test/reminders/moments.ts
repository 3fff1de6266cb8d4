import type { Town } from '../town/town.ts';

/** An instant by the clock in Shanghai: `2026-12-09 08:30`. */
export function shanghai(words: string): number {
	return Date.parse(`${words.replace(' ', 'T')}:00+08:00`);
}

/** Moves the clock to this instant, in Shanghai, and lets everything that is due by then arrive. */
export async function waitUntil(town: Town, words: string): Promise<void> {
	await town.pass(shanghai(words) - town.running.clock.now());
}
