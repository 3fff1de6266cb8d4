import { z } from 'zod';
import { choiceOf, choose, ownHours } from '../../db/reminders.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { hoursCard, lessCard, sayHours } from '../../src/cards/less.ts';
import { sayDate } from '../../src/cards/when.ts';
import {
	beginsReminding,
	readHours,
	readHoursWords,
	readPause,
	saysResume,
} from '../../src/reading/when/index.ts';
import { addDays, instantOn, localDate } from '../../src/rules/dates.ts';
import { type Hours, houseHours } from '../../src/rules/quiet.ts';

/** 少提醒我: put reminders off for some days, or have them in one's own hours; by words or by buttons alone. */
export const less = command({
	name: 'less',
	words: ['少提醒我', '提醒', '别提醒我', '免打扰', 'less'],
	who: 'anyone',
	page: 'reminders',
	writes: true,
	undo: 'restore',
	purpose: 'less.purpose',
	examples: ['少提醒我', '提醒 暂停 7天', '提醒 恢复', '提醒 时段 18:00-21:00'],
	glued: beginsReminding,
	args: {
		hours: {
			schema: z.string().optional(),
			longest: 40,
			read(said) {
				const words = said.takeRead(readHoursWords)?.words;
				if (words === undefined) return undefined;
				const read = readHours(words);
				return read ? `${read.from}-${read.until}` : 'unclear';
			},
		},
		pause: {
			schema: z
				.string()
				.regex(/^(?:\d{1,4}|unclear)$/)
				.optional(),
			longest: 40,
			read(said, turn) {
				const read = readPause(said.text, turn.today);
				return read === undefined || read === 'unclear' ? read : String(read.days);
			},
		},
		resume: {
			schema: z.string().optional(),
			longest: 40,
			read: (said) => (saysResume(said.text) ? 'yes' : undefined),
		},
	},
	run(turn, { hours, pause, resume }) {
		if (resume) resumeNow(turn);
		else if (pause !== undefined && pause !== 'unclear') pauseFor(turn, Number(pause));
		else if (hours !== undefined) setHours(turn, hours);
		else turn.say(lessCard(turn.t, standOf(turn)));
	},
});

/** What holds for the speaker now. */
function standOf({ db, t, me, now, today, zone, book }: Turn) {
	const choice = choiceOf(db, me.id);
	const until = choice?.pausedUntil ?? 0;
	return {
		pausedUntil: until > now ? sayDate(t, localDate(until, zone), today) : undefined,
		hours: ownHours(choice) ?? houseHours(book.at(today)),
	};
}

function pauseFor(turn: Turn, days: number): void {
	const most = turn.book.at(turn.today).value('reminders.longest-pause');
	if (!(days >= 1 && days <= most)) throw new Refusal('less.too-long', { most });
	const day = addDays(turn.today, days);
	choose(turn.db, turn.act(), turn.me.id, { pausedUntil: instantOn(day, turn.zone) });
	done(turn, turn.t('less.paused', { on: sayDate(turn.t, day, turn.today) }));
}

function resumeNow(turn: Turn): void {
	choose(turn.db, turn.act(), turn.me.id, { pausedUntil: null });
	done(turn, turn.t('less.resumed'));
}

function setHours(turn: Turn, words: string): void {
	const house = houseHours(turn.book.at(turn.today));
	if (words === 'choose') {
		turn.say(hoursCard(turn.t, house));
		return;
	}
	const read = hoursOf(words);
	if (!read) throw new Refusal('less.hours-unclear');
	const usual = read.from === house.from && read.until === house.until;
	const chosen = usual
		? { fromMinute: null, untilMinute: null }
		: { fromMinute: read.from, untilMinute: read.until };
	choose(turn.db, turn.act(), turn.me.id, chosen);
	done(turn, turn.t('less.hours', { hours: sayHours(turn.t, read) }));
}

function hoursOf(words: string): Hours | undefined {
	const [from, until] = words.split('-').map(Number);
	const isMinute = (value: number | undefined): value is number =>
		value !== undefined && Number.isInteger(value) && value >= 0 && value < 24 * 60;
	return isMinute(from) && isMinute(until) && from !== until ? { from, until } : undefined;
}

function done(turn: Turn, text: string): void {
	turn.say(doneCard({ title: turn.t('less.done'), text, buttons: [undoButton(turn.t, turn.update.id)] }));
}
