import { z } from 'zod';
import type { Mark } from '../../db/attendance.ts';
import { command } from '../../src/bot/command.ts';
import { rollMeeting } from './meeting.ts';
import { record } from './record.ts';

const meeting = { schema: z.coerce.number().int().positive() };

/** Everybody who has no mark yet gets this one. */
export const rollRest = command({
	name: 'roll.rest',
	words: [],
	who: 'secretary',
	undo: 'restore',
	purpose: 'roll.purpose',
	examples: [],
	args: { meeting, mark: { schema: z.enum(['present', 'absent']) } },
	run(turn, args) {
		const sheet = rollMeeting(turn, args.meeting, 'roll.rest', {});
		record(turn, sheet, ({ line }) => line.roll ?? args.mark);
	},
});

export const rollAll = command({
	name: 'roll.all',
	words: [],
	who: 'secretary',
	undo: 'restore',
	purpose: 'roll.purpose',
	examples: [],
	args: { meeting },
	run(turn, args) {
		record(turn, rollMeeting(turn, args.meeting, 'roll.all', {}), () => 'present');
	},
});

/** As people answered and checked in; who did neither stays open and is asked about. */
export const rollByAnswers = command({
	name: 'roll.by-answers',
	words: [],
	who: 'secretary',
	undo: 'restore',
	purpose: 'roll.purpose',
	examples: [],
	args: { meeting },
	run(turn, args) {
		const marks: Readonly<Record<string, Mark>> = {
			coming: 'present',
			late: 'late',
			online: 'online',
			leave: 'excused',
		};
		record(turn, rollMeeting(turn, args.meeting, 'roll.by-answers', {}), ({ line }) => {
			if (line.roll) return line.roll;
			if (line.checkedInAt !== null) return 'present';
			return line.answer === null ? undefined : marks[line.answer];
		});
	},
});
