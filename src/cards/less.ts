import type { Block, Button, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import type { Hours } from '../rules/quiet.ts';
import { opens } from './frames.ts';

interface Stand {
	/** The day on which reminders begin again, as people say it. */
	readonly pausedUntil?: string;
	readonly hours: Hours;
}

/** What holds now, and the likeliest wishes to tap. */
export function lessCard(t: Words, { pausedUntil, hours }: Stand): Card {
	const lines = [
		pausedUntil ? t('less.is-paused', { on: pausedUntil }) : t('less.is-on'),
		t('less.is-hours', { hours: sayHours(t, hours) }),
		t('less.how'),
	];
	const pause = (days: number): Button => tap(t('less.pause-button', { days }), { pause: String(days) });
	const choose = tap(t('less.hours-button'), { hours: 'choose' });
	const buttons = pausedUntil
		? [tap(t('less.resume-button'), { resume: 'yes' }), choose]
		: [pause(7), pause(30), choose];
	return card(t, lines, buttons);
}

/** 少提醒我, below what reminded somebody. */
export function lessButton(t: Words): Button {
	return opens(t('reminder.less-button'), 'less');
}

/** Usual hours to choose from. */
const PRESETS: readonly Hours[] = [
	{ from: 12 * 60, until: 14 * 60 },
	{ from: 18 * 60, until: 21 * 60 },
	{ from: 22 * 60, until: 6 * 60 },
];

/** Usual hours and those of the house, to choose by a tap. */
export function hoursCard(t: Words, house: Hours): Card {
	const buttons = [...PRESETS, house].map((hours) =>
		tap(sayHours(t, hours), { hours: `${hours.from}-${hours.until}` }),
	);
	return card(t, [t('less.which-hours')], buttons);
}

/** 「18:00到21:00」; over midnight 「22:00到第二天6:00」. */
export function sayHours(t: Words, { from, until }: Hours): string {
	const key = until < from ? 'less.over-midnight' : 'less.span';
	return t(key, { from: clock(from), until: clock(until) });
}

function clock(minutes: number): string {
	return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function tap(label: string, args: Readonly<Record<string, string>>): Button {
	return { label, action: { command: 'less', args } };
}

function card(t: Words, lines: readonly string[], buttons: readonly Button[]): Card {
	const body: Block[] = [
		...lines.map((text) => ({ kind: 'text', text }) as const),
		{ kind: 'buttons', buttons },
	];
	return { title: t('less.title'), tone: 'plain', body };
}
