import { z } from 'zod';
import { listOf } from '../../db/attendance.ts';
import { carried, numbered } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { readRoll } from '../../src/bot/reading/roll/index.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { rollMeeting } from './meeting.ts';
import { record } from './record.ts';

/** 登记到会: what really happened, typed as people say it. */
export const roll = command({
	name: 'roll',
	words: ['登记到会', '点名', '全到', '全勤', '都到了', '全部到会', '除', '除了', 'roll'],
	who: 'secretary',
	wordMatters: true,
	undo: 'restore',
	purpose: 'roll.purpose',
	examples: ['全到', '除李四请假都到了', '登记到会 #3 到 张三 王五 假 李四'],
	glued: (rest) => /都到|全到|到齐|请假|缺席|[都全]来/.test(rest) && !/[?？吗]/.test(rest),
	args: {
		meeting: numbered('meeting'),
		list: {
			schema: z.string().trim().min(1).max(20_000),
			read: (said) => said.takeRest()?.replace(/^(登记到会|点名|roll)[\s:：]*/i, '') || undefined,
			question: 'roll.ask',
		},
		/** Names that are not on the list are left out, as was said on a button. */
		without: carried(),
	},
	run(turn, { meeting, list, without }) {
		const sheet = rollMeeting(turn, meeting, 'roll', { list });
		const listed = listOf(turn.db, sheet.id);
		const mentions = turn.update.kind === 'message' ? turn.update.mentions : [];
		const keyOf = (openId: string | null) =>
			mentions.find((each) => each.openId === openId && openId !== null)?.key;
		const read = readRoll(
			list,
			listed.map(({ id, name, openId }) => ({ id, name, mention: keyOf(openId) })),
		);
		const doubts = [
			...read.unknown,
			...read.ambiguous.map(({ name }) => name),
			...read.twice,
			...read.unmarked,
			...read.unread,
		];
		if (doubts.length > 0 && without === undefined) {
			throw new Refusal('roll.unclear', { names: doubts.join(turn.t('list.comma')) }, [
				{
					label: turn.t('roll.without-button'),
					action: {
						command: 'roll',
						args: { meeting: String(sheet.id), list: list.slice(0, 4_000), without: 'yes' },
					},
				},
			]);
		}
		if (read.marks.length === 0 && read.everyoneElse === undefined) throw new Refusal('roll.nothing-read');
		const marks = new Map(read.marks.map(({ id, mark }) => [Number(id), mark]));
		record(turn, sheet, (person) => marks.get(person.id) ?? read.everyoneElse);
	},
});
