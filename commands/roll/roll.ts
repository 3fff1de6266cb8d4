import { z } from 'zod';
import { listOf, type Mark } from '../../db/attendance.ts';
import { carried, mentions, numbered } from '../../src/bot/arguments/index.ts';
import { button, command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Mention, Button as Tapped } from '../../src/bot/vocabulary/index.ts';
import { cut } from '../../src/cards/frames.ts';
import { beginsRoll, saysTheRest } from '../../src/reading/answer.ts';
import { readWhy, withoutRollWord } from '../../src/reading/meeting.ts';
import { readRoll } from '../../src/reading/roll/index.ts';
import { correct } from './correct.ts';
import { isClosed, record, rollMeeting } from './record.ts';

/** 登记到会: what really happened, typed as people say it. */
export const roll = command({
	name: 'roll',
	words: [
		'登记到会',
		'点名',
		'全到',
		'全勤',
		'都到了',
		'大家都到了',
		'全都到了',
		'都到齐了',
		'全部到会',
		'除',
		'除了',
		'roll',
	],
	who: 'secretary',
	page: 'meetings',
	reads: 'word',
	writes: true,
	undo: 'restore',
	purpose: 'roll.purpose',
	examples: [
		{ say: '全到', given: ['begun'] },
		{ say: '除李四请假都到了', given: ['begun'] },
		{ say: '登记到会 #3 到 张三 王五 假 李四', given: ['begun'] },
	],
	glued: beginsRoll,
	args: {
		meeting: numbered('meeting'),
		/** Of a correction alone; behind its word to the end. */
		why: {
			schema: z.string().trim().optional(),
			longest: 200,
			confidential: true,
			read: (said) => said.named(said.takeRead(readWhy)?.why ?? '') || undefined,
		},
		list: {
			schema: z.string().trim().min(1),
			longest: 20_000,
			read: (said) => withoutRollWord(said.takeRest() ?? '') || undefined,
			question: 'roll.ask',
		},
		mentions: mentions(),
		/** Names that are not on the list are left out, as was said on a button. */
		without: carried(),
	},
	run(turn, { meeting, list, mentions: accounts, without, why }) {
		const sheet = rollMeeting(turn, meeting);
		const read = readRoll(
			list,
			listOf(turn.db, sheet.id).map(({ id, name, openId }) => ({
				id,
				name,
				mention: accounts.find((each) => openId !== null && each.openId === openId)?.key,
			})),
		);
		const isOpen = sheet.state === 'open';
		const doubts = [...doubtsOf(read, accounts), ...(why !== undefined && isOpen ? [why] : [])];
		if (doubts.length > 0 && without === undefined) {
			const names = cut(turn.t, [...new Set(doubts)], 20).join(turn.t('list.comma'));
			throw new Refusal('roll.unclear', { names }, otherwise(turn, read));
		}
		if (isEmpty(read)) throw new Refusal('roll.nothing-read');
		const marks = new Map(read.marks.map(({ id, mark }) => [id, mark]));
		const untouched = new Set(read.ambiguous.flatMap(({ ids }) => ids));
		if (!isOpen) {
			// Who is not named stays as they are: nobody corrects everybody at once.
			if (read.everyoneElse !== undefined) throw isClosed(turn, sheet);
			correct(turn, sheet, ({ id }) => marks.get(id), why);
			return;
		}
		const onlyOpen = saysTheRest(list);
		record(turn, sheet, ({ id, name, line }) => {
			const named = marks.get(id);
			if (named || untouched.has(id) || read.unmarked.includes(name) || read.twice.includes(name))
				return named;
			return onlyOpen && line.roll ? undefined : read.everyoneElse;
		});
	},
});

type Read = ReturnType<typeof readRoll<number>>;

/** All that was named and could not be entered, with names for the place-holders. */
function doubtsOf(read: Read, accounts: readonly Mention[]): string[] {
	return [
		...read.unknown,
		...read.ambiguous.map(({ name }) => name),
		...read.twice,
		...read.unmarked,
		...read.unread,
	].map((words) =>
		words.replace(/@_user_\d+/g, (key) => accounts.find((each) => each.key === key)?.name ?? key),
	);
}

function isEmpty({ marks, everyoneElse }: Read): boolean {
	return marks.length === 0 && everyoneElse === undefined;
}

/** The way out: enter those who are clear. Not where 全到 would go over somebody who was doubtful. */
function otherwise(turn: Turn, read: Read): Tapped[] {
	if (isEmpty(read) || read.unread.length > 0) return [];
	return [{ label: turn.t('roll.without-button'), action: turn.again({ without: 'yes' }) }];
}

const meeting = { schema: z.coerce.number().int().positive() };

/** Everybody who has no mark yet gets this one. */
export const rollRest = button({
	name: 'roll.rest',
	who: 'secretary',
	writes: true,
	undo: 'restore',
	args: { meeting, mark: { schema: z.enum(['present', 'absent']) } },
	run(turn, args) {
		const sheet = rollMeeting(turn, args.meeting);
		record(turn, sheet, ({ line }) => line.roll ?? args.mark);
	},
});

export const rollAll = button({
	name: 'roll.all',
	who: 'secretary',
	writes: true,
	undo: 'restore',
	args: { meeting },
	run(turn, args) {
		record(turn, rollMeeting(turn, args.meeting), () => 'present');
	},
});

/** As people answered and checked in; who did neither stays open and is asked about. */
export const rollByAnswers = button({
	name: 'roll.by-answers',
	who: 'secretary',
	writes: true,
	undo: 'restore',
	args: { meeting },
	run(turn, args) {
		const marks: Readonly<Record<string, Mark>> = {
			coming: 'present',
			late: 'late',
			online: 'online',
			leave: 'excused',
		};
		record(turn, rollMeeting(turn, args.meeting), ({ line }) => {
			if (line.roll) return line.roll;
			if (line.checkedInAt !== null) return 'present';
			return line.answer === null ? undefined : marks[line.answer];
		});
	},
});
