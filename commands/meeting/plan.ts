import { z } from 'zod';
import { listOf } from '../../db/attendance.ts';
import { type MeetingSheet, meetingsAhead, plan } from '../../db/meetings.ts';
import { branch, numbered, rest, theBranch, whenIfSaid } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { readWhen } from '../../src/bot/reading/when/index.ts';
import { Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/done.ts';
import { listCard } from '../../src/cards/list.ts';
import { kindsLine, meetingFacts, meetingLine } from '../../src/cards/meeting.ts';
import { planForm } from '../../src/cards/meeting-form.ts';
import { invitesOf, type MeetingKind } from '../../src/rules/meetings.ts';
import { takeBackPlan } from './cancel.ts';
import { KIND_WORDS, kinds, placeAndTopic } from './kinds.ts';
import { showMeeting } from './sheet.ts';
import { buttonsFor, numberedMeeting } from './which.ts';

/** 会议: with a time it plans one; with a number it shows one; with neither it shows what is ahead. */
export const meeting = command({
	name: 'meeting',
	words: ['会议', '开会', ...Object.keys(KIND_WORDS), 'meeting'],
	who: 'anyone',
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
	run(turn, args) {
		if (args.meeting !== undefined) {
			showMeeting(turn, numberedMeeting(turn, args.meeting));
			return;
		}
		const named = args.kinds.length > 0 || (args.rest ?? '').replace(/会议|开会|meeting/i, '').trim() !== '';
		if (args.when === undefined && !(named && turn.managed.length > 0)) {
			showAhead(turn);
			return;
		}
		if (turn.managed.length === 0) throw new Refusal('refuse.not-secretary');
		planOne(turn, args);
	},
});

interface Wanted {
	readonly kinds: readonly MeetingKind[];
	readonly when?: string;
	readonly branch?: number;
	readonly rest?: string;
	readonly place?: string;
	readonly topic?: string;
}

function planOne(turn: Turn, wanted: Wanted): void {
	const { t } = turn;
	const startsAt = instantOf(turn, wanted);
	const found = placeAndTopic(wanted.rest?.replace(/^(会议|开会|meeting)/i, ''));
	const words = { place: wanted.place || found.place, topic: wanted.topic || found.topic };
	const said = { ...words, kinds: wanted.kinds.join(','), when: wanted.when };
	const node = theBranch(turn, wanted.branch, 'meeting', present(said));
	const named = wanted.kinds.length > 0 ? wanted.kinds : (['other'] as const);
	const sheet = plan(turn.db, turn.act(), {
		...words,
		branchId: node.id,
		startsAt,
		kinds: named,
		invites: invitesOf(named),
	});
	const invited = listOf(turn.db, sheet.id);
	announce(turn, sheet, invited);
	const without = invited.filter(({ openId }) => openId === null).length;
	turn.say(
		doneCard({
			title: t('meeting.planned', { id: sheet.id }),
			facts: [[t('meeting.kind'), kindsLine(t, named)], ...meetingFacts(t, sheet, turn.tenant.zone)],
			text: [
				t(sheet.branch.chatId ? 'meeting.posted' : 'meeting.sent-singly', { count: invited.length }),
				...(without > 0 ? [t('meeting.without-account', { count: without })] : []),
			].join('\n'),
			buttons: [
				{
					label: t('meeting.cancel-button'),
					action: { command: 'meeting.cancel', args: { meeting: String(sheet.id) } },
				},
			],
		}),
		{ about: `meeting:${sheet.id}` },
	);
}

/** The group gets its card; where a branch has no group, everybody invited gets one of their own. */
function announce(turn: Turn, sheet: MeetingSheet, invited: ReturnType<typeof listOf>): void {
	const about = `meeting:${sheet.id}`;
	if (sheet.branch.chatId) {
		turn.post(sheet.branch.chatId, { view: 'meeting', subject: String(sheet.id) }, { about });
		return;
	}
	for (const { id } of invited) {
		const subject = `${sheet.id}:${id}`;
		turn.notify(id, { view: 'invitation', subject }, { about, condition: ['invitation-open', subject] });
	}
}

/** The instant that is meant, ms; asks when it can't be read, lies behind us, or contradicts itself. */
function instantOf(turn: Turn, { when }: Wanted): number {
	if (when === undefined) throw new Missing('when', 'meeting.ask-when');
	const read = readWhen(when, turn.now, turn.tenant.zone);
	if (!read) throw new Missing('when', 'meeting.ask-when-again');
	if (read.at === undefined) throw new Missing('when', 'meeting.ask-time');
	if (read.several) throw new Refusal('meeting.several', { when });
	if (read.contradiction) throw new Refusal('meeting.contradiction', { when });
	if (read.at <= turn.now) throw new Refusal('meeting.past', { when });
	return read.at;
}

function showAhead(turn: Turn): void {
	const { t } = turn;
	const ahead = meetingsAhead(turn.db, turn.me, turn.managed, turn.now);
	const runsSome = turn.managed.length > 0;
	const buttons = buttonsFor(turn, ahead.slice(0, 2), 'meeting', {});
	const planButton = {
		label: t('meeting.plan-button'),
		action: { command: 'meeting.form', args: {} },
		style: 'primary' as const,
	};
	turn.say(
		listCard(
			{
				title: t('meeting.ahead'),
				items: ahead.map((each) =>
					t('meeting.ahead-line', {
						id: each.id,
						line: meetingLine(t, each, turn.tenant.zone),
						place: each.place ?? '',
					}),
				),
				empty: t('meeting.none-ahead'),
				outro: runsSome ? t('meeting.how-to-plan') : undefined,
				buttons: [...(runsSome ? [planButton] : []), ...buttons],
			},
			(left) => t('list.more', { count: left }),
		),
	);
}

/** A form to fill, for those who don't like to type a line. */
export const meetingForm = command({
	name: 'meeting.form',
	words: ['安排会议', '召集会议'],
	who: 'secretary',
	undo: 'none',
	purpose: 'meeting.form-purpose',
	examples: ['安排会议'],
	args: { branch: branch() },
	run(turn, args) {
		const node = theBranch(turn, args.branch, 'meeting.form', {});
		turn.say(planForm(turn.t, node));
	},
});

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
	const kept = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
	return Object.fromEntries(kept);
}
