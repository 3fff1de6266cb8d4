import type { Part } from './piece.ts';

const NAMES: Readonly<Record<string, Part>> = {
	凌晨: 'dawn',
	清晨: 'morning',
	清早: 'morning',
	一大早: 'morning',
	早上: 'morning',
	早晨: 'morning',
	上午: 'morning',
	早: 'morning',
	中午: 'noon',
	正午: 'noon',
	午间: 'noon',
	下午: 'afternoon',
	午后: 'afternoon',
	傍晚: 'evening',
	晚上: 'evening',
	晚间: 'evening',
	晚: 'evening',
	深夜: 'night',
	夜里: 'night',
	夜间: 'night',
	半夜: 'night',
	午夜: 'night',
};

/** The source of a pattern for the parts of the day, longest first, without a group. */
export const PART = `(?:${Object.keys(NAMES)
	.sort((a, b) => b.length - a.length)
	.join('|')})`;

/** Parts that stand for themselves, without an hour behind them. */
export const LONE_PART = `(?:${Object.keys(NAMES)
	.filter((name) => name.length > 1)
	.join('|')})`;

export function part(name: string | undefined): Part | undefined {
	return name === undefined ? undefined : NAMES[name];
}

export interface Settled {
	readonly hour: number;
	readonly nextDay: boolean;
	readonly guessed: boolean;
}

/**
 * The hour of 24 that a said hour means. Without a part of the day 1–7 is taken for the afternoon and marked
 * as a guess, since meetings are; `literal` (a leading zero, as in `03:00`) forbids that. Twelve at night and
 * the small hours said with 晚上 or 半夜 belong to the next calendar day; undefined when the hour cannot be.
 */
export function settle(hour: number, of: Part | undefined, literal: boolean): Settled | undefined {
	if (hour > 24) return undefined;
	if (hour === 24) return { hour: 0, nextDay: true, guessed: false };
	const as = (value: number, nextDay = false, guessed = false) => ({ hour: value, nextDay, guessed });
	if (hour > 12) return as(hour);
	switch (of) {
		case undefined:
			return hour >= 1 && hour <= 7 && !literal ? as(hour + 12, false, true) : as(hour);
		case 'dawn':
			return as(hour % 12);
		case 'morning':
			return as(hour);
		case 'noon':
			return as(hour <= 3 ? hour + 12 : hour);
		case 'afternoon':
			return as(hour === 12 || hour === 0 ? 12 : hour + 12);
		case 'evening':
		case 'night':
			if (hour % 12 === 0) return as(0, true);
			return hour < (of === 'night' ? 6 : 5) ? as(hour, true, true) : as(hour + 12);
	}
}
