import { z } from 'zod';
import { listOf } from '../../db/attendance.ts';
import { seatsOf } from '../../db/chats.ts';
import { type MeetingSheet, plan } from '../../db/meetings.ts';
import { branch, numbered, rest, theBranch, whenIfSaid } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { kindsLine, meetingFacts } from '../../src/cards/meeting.ts';
import { asks } from '../../src/reading/hear/doubts.ts';
import { invitesOf, type MeetingKind } from '../../src/rules/meetings.ts';
import { showAhead } from './ahead.ts';
import { takeBackPlan } from './cancel.ts';
import { instantOf } from './instant.ts';
import { KIND_WORDS, kinds } from './kinds.ts';
import { placeAndTopic } from './place.ts';
import { showMeeting } from './sheet.ts';
import { numberedMeeting } from './which.ts';

/** 会议: with a time it plans one; with a number it shows one; with neither it shows what is ahead. */
export const meeting = command({
	name: 'meeting',
	words: ['会议', '开会', ...Object.keys(KIND_WORDS), 'meeting'],
	who: 'anyone',
	page: 'meetings',
	wordMatters: true,
	undo: takeBackPlan,
	purpose: 'meeting.purpose',
	examples: ['会议 下周三下午3点 二楼会议室 学习讨论', '主题党日 周五下午3点 二楼', '会议', '会议 #3'],
	glued: (rest) =>
		/^[\s#]*\d|^(明|后|今|大后|周|下|这|本|星期|礼拜|上午|下午|晚上)/.test(rest) && !/[?？吗]/.test(rest),
	args: {
		meeting: numbered('meeting'),
		kinds,
		when: whenIfSaid(),
		branch: branch(),
		rest: rest(),
		place: { schema: z.string().trim().max(60).optional() },
		topic: { schema: z.string().trim().max(200).optional() },
	},
	run(turn, { meeting: id, ...args }) {
		const words = (args.rest ?? '').replace(/^(会议|开会|meeting)\s*/i, '');
		if (CALLS_OFF.test(words)) throw new Refusal('meeting.not-planned');
		if (id !== undefined) {
			showMeeting(turn, numberedMeeting(turn, id));
			return;
		}
		const named = args.kinds.length > 0 || (words !== '' && !asks(words));
		if (args.when === undefined && !(named && turn.managed.length > 0)) {
			showAhead(turn);
			return;
		}
		if (turn.managed.length === 0) throw new Refusal('refuse.not-secretary');
		planOne(turn, { ...args, rest: words });
	},
});

/** 周五的会不开了: never the opposite, so it plans nothing. */
const CALLS_OFF = /不[开用办搞]|取消|改期|改[到成]|推迟|延[期后]|作废|算了/;

/** 12月10日或者11日: what is left beside the one day that was read. */
const EITHER = /(或者?|还是|要么)\s*$|(^|\s)[和及或](\s|$)|(^|\d[日号]?)\s*(或者?|还是|要么)/;

interface Wanted {
	readonly kinds: readonly MeetingKind[];
	readonly when?: string;
	readonly branch?: number;
	readonly rest: string;
	readonly place?: string;
	readonly topic?: string;
}

function planOne(turn: Turn, wanted: Wanted): void {
	if (wanted.when && EITHER.test(wanted.rest)) throw new Refusal('meeting.several', { when: wanted.when });
	const startsAt = instantOf(turn, wanted.when);
	const found = placeAndTopic(wanted.rest);
	const words = { place: wanted.place || found.place, topic: wanted.topic || found.topic };
	const said = { ...words, kinds: wanted.kinds.join(','), when: wanted.when };
	const node = theBranch(turn, wanted.branch, 'meeting', present(said));
	const named = wanted.kinds.length > 0 ? wanted.kinds : (['other'] as const);
	const invites = invitesOf(named);
	const plot = { ...words, branchId: node.id, startsAt, kinds: named, invites };
	const sheet = plan(turn.db, turn.act(), plot);
	const invited = listOf(turn.db, sheet.id);
	announce(turn, sheet, invited);
	sayPlanned(turn, sheet, invited);
}

type Invited = ReturnType<typeof listOf>;

/** The group gets its card; whoever does not sit in the group gets one of their own. */
function announce(turn: Turn, sheet: MeetingSheet, invited: Invited): void {
	const about = `meeting:${sheet.id}`;
	const { chatId } = sheet.branch;
	if (chatId) turn.post(chatId, { view: 'meeting', subject: String(sheet.id) }, { about });
	const seats = chatId ? seatsOf(turn.db, chatId) : [];
	const seated = new Set(seats.map(({ openId }) => openId));
	if (chatId && seated.size === 0) return;
	for (const { id, openId } of invited) {
		if (openId && seated.has(openId)) continue;
		const subject = `${sheet.id}:${id}`;
		turn.notify(id, { view: 'invitation', subject }, { about, condition: ['invitation-open', subject] });
	}
}

function sayPlanned(turn: Turn, sheet: MeetingSheet, invited: Invited): void {
	const { t } = turn;
	const without = invited.filter(({ openId }) => openId === null).length;
	const told = sheet.branch.chatId ? 'meeting.posted' : 'meeting.sent-singly';
	turn.say(
		doneCard({
			title: t('meeting.planned', { id: sheet.id }),
			facts: [[t('meeting.kind'), kindsLine(t, sheet.kinds)], ...meetingFacts(t, sheet, turn.tenant.zone)],
			text: [
				t(invited.length === 0 ? 'meeting.nobody-invited' : told, { count: invited.length }),
				...(without > 0 ? [t('meeting.without-account', { count: without })] : []),
			].join('\n'),
			buttons: [undoButton(t, turn.update.id)],
		}),
		{ about: `meeting:${sheet.id}` },
	);
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
	const kept = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
	return Object.fromEntries(kept);
}
