import { Temporal } from 'temporal-polyfill';
import { before, type PlainDate } from './calendar.ts';
import { hhmm, settle } from './clock.ts';
import { pieces } from './engine.ts';
import { type Clock, ClockPiece, type Day, type DayPiece, type Part } from './piece.ts';
import { dayish, grownOver } from './unread.ts';

export interface WhenRead {
	/** `YYYY-MM-DD` in the zone asked for. */
	readonly date: string;
	/** `HH:MM`, 24 hours; absent when only a day was said. */
	readonly time?: string;
	/** Milliseconds since 1970; there when the time and its day are. */
	readonly at?: number;
	/** `HH:MM` of the end; an end that is not after `time` is on the next day. */
	readonly until?: string;
	/** The part of the day, when one was named. */
	readonly part?: Part;
	/** The span in the text, end excluded. */
	readonly from: number;
	readonly to: number;
	/** A second span, when the time stands apart from the day. */
	readonly also?: { readonly from: number; readonly to: number };
	/** No day was named: an hour alone, taken for today's or tomorrow's. */
	readonly dayless?: true;
	/** Before now; a day without a time only when it is before today. */
	readonly past: boolean;
	/** Something was supposed that may be wrong: afternoon for 「3点」, today or tomorrow for a lone time. */
	readonly guessed?: true;
	/** The weekday and the date beside it do not agree: `date` follows the date, this (`YYYY-MM-DD`) the weekday. */
	readonly contradiction?: string;
	/** A date without a year that lies behind in this one: `date` is a later year's. */
	readonly nextYear?: true;
	/**
	 * Days are named, but not understood: neither `date` nor `at` means anything, whoever spoke is asked. `none` is the day
	 * that does not exist (2月30日).
	 */
	readonly unread?: { readonly none?: string };
	/** The text holds another day as good as this one. */
	readonly several?: true;
}

/** What is said about time stands early; beyond this a text is a paste. */
export const READ_AT_MOST = 1000;

/**
 * The day and time a text speaks of, as people write them; undefined when it names none. Weeks start on
 * Monday, a date without a year is the next one, a weekday alone the next that is not past. `now` in
 * milliseconds, `zone` an IANA name; throws RangeError for a zone that does not exist.
 */
export function readWhen(text: string, now: number, zone: string): WhenRead | undefined {
	const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
	const offset = Math.round(here.offsetNanoseconds / 60_000_000_000);
	const read = text.slice(0, READ_AT_MOST);
	const found = phrases(read, pieces(read, now, offset, true));
	const days = found.filter((phrase) => phrase.day);
	const none = days.find(({ day }) => day?.none !== undefined);
	if (none) return unread(none, hourOf(none, found), here);
	const main = best(days);
	const clocks = found.filter((phrase) => !phrase.day && phrase.clock?.hour !== undefined);
	const lone = clocks.length === 1 || !main ? clocks[0] : undefined;
	if (!main) return lone && aloneOrUnread(read, lone, found, here);
	const over = grownOver(read, main);
	const rivals = days.filter((other) => rivalling(read, main, other));
	if (over && rivals.length === 0) return unread({ ...main, ...over }, hourOf(main, found), here);
	const apart = main.clock?.hour === undefined ? lone : undefined;
	const clocked = apart ? { ...main, clock: apart.clock } : main;
	const one = said(clocked, here);
	if (rivals.length === 0) return { ...one, ...(apart && { also: { from: apart.from, to: apart.to } }) };
	// All of them stay together, so that one alone is not read again as the only one.
	const all = [main, ...rivals, ...(apart ? [apart] : [])];
	const from = Math.min(...all.map((each) => each.from));
	return { ...one, from, to: Math.max(...all.map((each) => each.to)), several: true };
}

/** Where days and hours stand in a text, in its order; for whoever asks how it is built and not which day that is. */
export function readTimes(
	text: string,
	now: number,
	zone: string,
): { readonly from: number; readonly to: number }[] {
	const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
	const offset = Math.round(here.offsetNanoseconds / 60_000_000_000);
	const read = text.slice(0, READ_AT_MOST);
	return phrases(read, pieces(read, now, offset, true)).map(({ from, to }) => ({ from, to }));
}

/** A phrase with an hour first, then the one that says most, then the first. */
export function best(days: readonly Phrase[]): Phrase | undefined {
	return [...days].sort((a, b) => weight(b) - weight(a))[0];
}

function weight({ day, clock }: Phrase): number {
	const says = day ? rank(day) : 0;
	return (clock?.hour === undefined ? 0 : 10) + (says > 2 ? 3 : says);
}

function rivalling(text: string, main: Phrase, other: Phrase): boolean {
	if (!main.day || !other.day || other.day.date.equals(main.day.date)) return false;
	const [first, second] = main.from < other.from ? [main, other] : [other, main];
	const choice = /^\s*(?:[、，,~～-]|或者?|还是|和|及|与|至|到|or|)\s*$/i.test(
		text.slice(first.to, second.from),
	);
	return choice || weight(other) === weight(main);
}

/** The hour that goes with a day which is not understood: its own, or the one other there is. */
function hourOf(main: Phrase, found: readonly Phrase[]): Phrase | undefined {
	if (main.clock?.hour !== undefined) return main;
	const hours = found.filter(({ day, clock }) => !day && clock?.hour !== undefined);
	return hours.length === 1 ? hours[0] : undefined;
}

/** No day is made of it; its words stay together, so that they are no other day when they are read again. */
function unread(main: Phrase, hour: Phrase | undefined, here: Temporal.ZonedDateTime): WhenRead {
	const { clock } = hour ?? main;
	const apart = hour && hour !== main && (hour.to <= main.from || main.to <= hour.from) ? hour : undefined;
	const none = main.day?.none;
	return {
		date: here.toPlainDate().toString(),
		dayless: true,
		past: false,
		unread: none === undefined ? {} : { none },
		...(clock?.hour !== undefined && { time: hhmm(clock.hour, clock.minute) }),
		...(clock?.part && { part: clock.part }),
		from: main.from,
		to: main.to,
		...(apart && { also: { from: apart.from, to: apart.to } }),
	};
}

/** An hour alone is today's only when nothing in the text sounds like a day. */
function aloneOrUnread(
	text: string,
	lone: Phrase,
	found: readonly Phrase[],
	here: Temporal.ZonedDateTime,
): WhenRead {
	const blank = found.reduce(
		(rest, { from, to }) => rest.slice(0, from) + '\0'.repeat(to - from) + rest.slice(to),
		text,
	);
	const over = grownOver(text, lone);
	if (over) return unread({ ...lone, ...over }, lone, here);
	const day = dayish(blank) ?? dayish(text.slice(0, lone.to));
	if (!day) return timeAlone(lone, here);
	if (lone.from <= day.to && day.from <= lone.to) {
		const both = { from: Math.min(day.from, lone.from), to: Math.max(day.to, lone.to) };
		return unread({ ...lone, ...both }, { ...lone, ...both }, here);
	}
	return { ...unread(lone, lone, here), also: day };
}

/** A phrase with its day, as a reading. */
export function whenOf(phrase: Phrase, here: Temporal.ZonedDateTime): WhenRead {
	return said(phrase, here);
}

function said({ day, clock, from, to, contradiction }: Phrase, here: Temporal.ZonedDateTime) {
	const today = here.toPlainDate();
	let date: PlainDate = day?.date ?? today;
	const span = {
		from,
		to,
		...(contradiction && { contradiction: contradiction.toString() }),
		...(day?.nextYear && { nextYear: true as const }),
	};
	const part = clock?.part && { part: clock.part };
	if (clock?.hour === undefined)
		return { date: date.toString(), ...part, ...span, past: before(date, today) };
	if (clock.nextDay) date = date.add({ days: 1 });
	let at = instant(date, clock.hour, clock.minute, here.timeZoneId);
	if (day?.kind === 'weekday' && at < here.epochMilliseconds) {
		date = date.add({ days: 7 });
		at = instant(date, clock.hour, clock.minute, here.timeZoneId);
	}
	return {
		date: date.toString(),
		time: hhmm(clock.hour, clock.minute),
		at,
		...(clock.until && { until: clock.until }),
		...part,
		...span,
		past: at < here.epochMilliseconds,
		...(clock.guessed && { guessed: true as const }),
	};
}

/** 「下午3点」 alone is today's, or tomorrow's once that has passed. */
function timeAlone(phrase: Phrase, here: Temporal.ZonedDateTime): WhenRead {
	const today = here.toPlainDate();
	const first = said({ ...phrase, day: { date: today, kind: 'relative' } }, here);
	if (!first.past) return { ...first, guessed: true, dayless: true };
	const tomorrow = today.add({ days: 1 });
	return {
		...said({ ...phrase, day: { date: tomorrow, kind: 'relative' } }, here),
		guessed: true,
		dayless: true,
	};
}

function instant(date: PlainDate, hour: number, minute: number, zone: string): number {
	return date.toPlainDateTime({ hour, minute }).toZonedDateTime(zone).epochMilliseconds;
}

/** Days and times that stand together: 「12月10日（周三）下午3点」. */
export interface Phrase {
	readonly from: number;
	readonly to: number;
	readonly day: Day | undefined;
	readonly clock: Clock | undefined;
	/** Two names of the day that do not agree: the day of the other. */
	readonly contradiction: PlainDate | undefined;
}

const GAP = /^[\s,，的()（）T]{0,4}$/;

function joined(a: Day, b: Day): { day: Day; contradiction: PlainDate | undefined } | undefined {
	if (a.kind === b.kind) return undefined;
	const weekdays = isWeekday(a) && isWeekday(b);
	if (weekdays && a.date.dayOfWeek !== b.date.dayOfWeek) return undefined;
	const [main, other] = rank(a) >= rank(b) ? [a, b] : [b, a];
	const agree =
		other.kind === 'weekday' ? main.date.dayOfWeek === other.date.dayOfWeek : main.date.equals(other.date);
	const feast = main.kind === 'feast' || other.kind === 'feast';
	if (agree || feast) return { day: main, contradiction: undefined };
	return { day: main, contradiction: other.kind === 'weekday' ? nearest(main.date, other.date) : other.date };
}

function isWeekday({ kind }: Day): boolean {
	return kind === 'week' || kind === 'weekday';
}

/** The day of the other's weekday that lies closest to this date. */
function nearest(date: PlainDate, { dayOfWeek }: PlainDate): PlainDate {
	const apart = (dayOfWeek - date.dayOfWeek + 7) % 7;
	return date.add({ days: apart > 3 ? apart - 7 : apart });
}

/** How much a way of naming a day says by itself. */
function rank(day: Day): number {
	return { exact: 5, relative: 4, week: 4, weekday: 3, about: 2, feast: 1 }[day.kind];
}

/** 晚上, and then 八点: the hour as it is meant in that part of the day. */
function withPart(clock: Clock, part: Part | undefined): Clock {
	if (part === undefined || clock.part !== undefined || clock.hour === undefined) return clock;
	const settled = settle(clock.guessed ? clock.hour - 12 : clock.hour, part, false);
	return settled ? { ...clock, ...settled, part } : clock;
}

function grown(phrase: Phrase, piece: DayPiece | ClockPiece, to: number): Phrase | undefined {
	if (piece instanceof ClockPiece) {
		if (phrase.clock?.hour !== undefined) return undefined;
		if (phrase.clock && piece.clock.part && piece.clock.part !== phrase.clock.part) return undefined;
		return { ...phrase, to, clock: withPart(piece.clock, phrase.clock?.part) };
	}
	if (piece.clock && phrase.clock) return undefined;
	const clock = phrase.clock ?? piece.clock;
	if (!phrase.day) return { ...phrase, to, clock, day: piece.day };
	const both = joined(phrase.day, piece.day);
	return (
		both && {
			...phrase,
			to,
			clock,
			day: both.day,
			contradiction: phrase.contradiction ?? both.contradiction,
		}
	);
}

/** Takes the bracket that closes one opened inside the phrase. */
function closed(text: string, phrase: Phrase): Phrase {
	const inside = text.slice(phrase.from, phrase.to);
	const open = inside.split(/[(（]/).length > inside.split(/[)）]/).length;
	return open && /[)）]/.test(text.charAt(phrase.to)) ? { ...phrase, to: phrase.to + 1 } : phrase;
}

/** Neighbours with nothing between them but blanks, commas and brackets become one phrase. */
export function phrases(text: string, pieces: readonly (DayPiece | ClockPiece)[]): Phrase[] {
	const found: Phrase[] = [];
	for (const piece of pieces) {
		const to = piece.index + piece.text.length;
		const last = found.at(-1);
		const bigger = last && GAP.test(text.slice(last.to, piece.index)) ? grown(last, piece, to) : undefined;
		if (bigger) found[found.length - 1] = bigger;
		else {
			const day = piece instanceof ClockPiece ? undefined : piece.day;
			found.push({ from: piece.index, to, day, clock: piece.clock, contradiction: undefined });
		}
	}
	return found.map((phrase) => closed(text, phrase));
}
