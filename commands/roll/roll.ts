import { z } from 'zod';
import { listOf } from '../../db/attendance.ts';
import { carried, mentions, numbered, withoutIdNumbers } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Button, Mention } from '../../src/bot/vocabulary/index.ts';
import { readRoll } from '../../src/reading/roll/index.ts';
import { rollMeeting } from './meeting.ts';
import { record } from './record.ts';

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
	wordMatters: true,
	undo: 'restore',
	purpose: 'roll.purpose',
	examples: ['全到', '除李四请假都到了', '登记到会 #3 到 张三 王五 假 李四'],
	glued: (rest) => /都到|全到|到齐|请假|缺席|[都全]来/.test(rest) && !/[?？吗]/.test(rest),
	args: {
		meeting: numbered('meeting'),
		list: {
			schema: z.string().trim().min(1).max(20_000),
			read: (said) =>
				withoutIdNumbers(said.takeRest()?.replace(/^(登记到会|点名|roll)[\s:：]*/i, '')) || undefined,
			question: 'roll.ask',
		},
		mentions: mentions(),
		/** Names that are not on the list are left out, as was said on a button. */
		without: carried(),
	},
	run(turn, { meeting, list, mentions: accounts, without }) {
		const carry = { list, mentions: JSON.stringify(accounts) };
		const sheet = rollMeeting(turn, meeting, 'roll', carry);
		const read = readRoll(
			list,
			listOf(turn.db, sheet.id).map(({ id, name, openId }) => ({
				id,
				name,
				mention: accounts.find((each) => openId !== null && each.openId === openId)?.key,
			})),
		);
		const doubts = doubtsOf(read, accounts);
		if (doubts.length > 0 && without === undefined) {
			const names = [...new Set(doubts)].slice(0, 20).join(turn.t('list.comma'));
			throw new Refusal(
				'roll.unclear',
				{ names },
				otherwise(turn, read, { ...carry, meeting: String(sheet.id) }),
			);
		}
		if (isEmpty(read)) throw new Refusal('roll.nothing-read');
		const marks = new Map(read.marks.map(({ id, mark }) => [id, mark]));
		const untouched = new Set(read.ambiguous.flatMap(({ ids }) => ids));
		const onlyOpen = REST.test(list);
		record(turn, sheet, ({ id, name, line }) => {
			const named = marks.get(id);
			if (named || untouched.has(id) || read.unmarked.includes(name) || read.twice.includes(name))
				return named;
			return onlyOpen && line.roll ? undefined : read.everyoneElse;
		});
	},
});

/** 其余都到了: about those who have no mark yet; 全到 is about everybody. */
const REST = /其他|其余|剩下|剩余|余下|另外/;

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

/** The card's JSON has 30 KB: a longer list has to be put right and sent again. */
const MOST_IN_A_BUTTON = 4_000;

/** The way out: enter those who are clear. Not where 全到 would go over somebody who was doubtful. */
function otherwise(turn: Turn, read: Read, args: Readonly<Record<string, string>>): Button[] {
	if (isEmpty(read) || read.unread.length > 0 || JSON.stringify(args).length > MOST_IN_A_BUTTON) return [];
	return [
		{ label: turn.t('roll.without-button'), action: { command: 'roll', args: { ...args, without: 'yes' } } },
	];
}
