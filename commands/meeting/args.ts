import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Arg } from '../../src/bot/command.ts';
import { Choose, Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Said } from '../../src/bot/said.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { sayDate } from '../../src/cards/when.ts';
import { type Sentence, sentence } from '../../src/locales/index.ts';
import { asks } from '../../src/reading/hear/index.ts';
import {
	callsOffMeeting,
	readKinds,
	readNewPlace,
	readPlaceAndTopic,
	saysEither,
	withoutMeetingWord,
} from '../../src/reading/meeting.ts';
import { leftOver, readPlaceIn, readTopicIn } from '../../src/reading/notice/index.ts';
import { readSessions, readWhen, type Sessions, type WhenRead } from '../../src/reading/when/index.ts';
import { addDays, localDate } from '../../src/rules/dates.ts';
import { MEETING_KINDS, type MeetingKind } from '../../src/rules/meetings.ts';

/** One meeting may be several kinds: every kind named counts. Kept as `theme-day,lecture`. */
export const kinds: Arg<readonly MeetingKind[]> = {
	schema: z
		.string()
		.default('')
		.transform((text) => text.split(',').filter((kind) => kind !== ''))
		.pipe(z.array(z.enum(MEETING_KINDS))),
	read(said) {
		said.takeSpan(0, said.text.length - withoutMeetingWord(said.text).length);
		const { kinds: found, spans } = readKinds(said.text);
		said.takeSpans(spans);
		return found.join(',');
	},
};

/** Why a line that names a meeting plans none: it is called off, leaves the day open, or only asks. */
export const planDoubt: Arg<'called-off' | 'either' | 'asked' | undefined> = {
	schema: z.enum(['called-off', 'either', 'asked']).optional(),
	read({ text }) {
		if (callsOffMeeting(text)) return 'called-off';
		if (saysEither(text)) return 'either';
		return asks(text) ? 'asked' : undefined;
	},
};

/** Of what is left of the sentence: what sounds like a place … */
export const place: Arg<string | undefined> = {
	schema: z.string().trim().optional(),
	longest: 60,
	read: (said) => readPlaceAndTopic(said.text).place,
	heard: takePlace,
	shown: (value) => value,
};

function takePlace(said: Said): string | undefined {
	return said.takeRead(readPlaceIn)?.place;
}

/** A place that stands alone behind 改地点, or behind a new time: 改到三楼, 地点在三楼. */
export const newPlace: Arg<string | undefined> = {
	schema: z.string().trim().optional(),
	longest: 60,
	read: (said) => readNewPlace(said.takeRest() ?? '') || undefined,
	heard: takePlace,
	shown: (value) => value,
};

/** … and the rest as the topic. */
export const topic: Arg<string | undefined> = {
	schema: z.string().trim().optional(),
	longest: 200,
	read(said) {
		const found = readPlaceAndTopic(said.text).topic;
		said.takeRest();
		return found || undefined;
	},
	heard: (said) => said.takeRead(readTopicIn)?.topic || undefined,
};

/** Words of a sentence of which nothing was made: its author is told. */
export const unused: Arg<string | undefined> = {
	schema: z.string().optional(),
	heard: (said) => leftOver(said.takeRest() ?? '') || undefined,
};

/**
 * The instants that people's words for one or several meetings mean, ms, in their order; `open` when they are the next few of a
 * rule without an end.
 */
export function instantsOf(turn: Turn, words: string | undefined): Pick<Sessions, 'at' | 'open'> {
	const several = words === undefined ? undefined : readSessions(words, turn.now, turn.zone);
	if (!several) return { at: [instantOf(turn, words)] };
	turn.found('when', several.at.map((at) => localMinute(at, turn.zone)).join('、'));
	return several;
}

/**
 * The instant that people's words mean, ms, in the tenant's zone; an hour alone is one of the day of `instead` (ms), where there
 * is one. Asks when there is no time in them, when a day is not understood or doesn't exist, when weekday and date contradict
 * each other, and when only another year has it still ahead; refuses several days and what lies behind us.
 */
export function instantOf(turn: Turn, words: string | undefined, instead?: number): number {
	if (words === undefined) throw new Missing('when', 'meeting.ask-when');
	const alone = readWhen(words, turn.now, turn.zone);
	const read =
		alone?.dayless && !alone.unread && instead !== undefined
			? readWhen(`${localDate(instead, turn.zone)} ${words}`, turn.now, turn.zone)
			: alone;
	if (!read) throw new Missing('when', 'meeting.ask-when-again');
	if (read.unread) throw new Missing('when', unreadDay(read.unread.none, words));
	if (read.several) throw new Refusal('meeting.several', { when: words });
	if (read.contradiction !== undefined) throw whichDay(turn, read, [read.date, read.contradiction], words);
	if (read.nextYear && read.date > addDays(turn.today, FAR_AHEAD))
		throw whichDay(turn, read, [read.date], words);
	if (read.at === undefined) throw new Missing('when', 'meeting.ask-time');
	if (read.at <= turn.now) throw new Refusal('meeting.past', { when: words });
	// 明天 of today is another day after midnight: whatever waits carries the day itself.
	turn.found('when', `${read.date} ${read.time}`);
	return read.at;
}

/** Ours: a date without a year that is further ahead, days, may have been meant for the one just past. */
const FAR_AHEAD = 183;

function unreadDay(none: string | undefined, when: string): Sentence {
	return none === undefined
		? sentence('meeting.ask-day', { when })
		: sentence('meeting.no-such-day', { day: none });
}

/** Which day is meant: a button for each that is still ahead. */
function whichDay(turn: Turn, read: WhenRead, days: readonly string[], when: string): Choose {
	const { t, today } = turn;
	const ahead = days.filter((day) => day >= today);
	if (ahead.length === 0) throw new Refusal('meeting.past', { when });
	const options = ahead.map((day) => ({
		value: read.time ? `${day} ${read.time}` : day,
		label: sayDate(t, day, today),
	}));
	const question = sentence(days.length > 1 ? 'meeting.contradiction' : 'meeting.another-year', { when });
	return new Choose('when', options, { question, tooMany: question });
}

/** `YYYY-MM-DD HH:MM` in this zone. */
export function localMinute(at: number, zone: string): string {
	const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
	return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
