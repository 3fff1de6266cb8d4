import { answer, listOf, mark } from '../../../../db/attendance.ts';
import { addBranch, type Branch } from '../../../../db/branches.ts';
import { rememberChat, seatAll } from '../../../../db/chats.ts';
import type { Act } from '../../../../db/ledger.ts';
import { close, plan } from '../../../../db/meetings.ts';
import { appoint } from '../../../../db/people.ts';
import { enrol } from '../../../../db/roster.ts';
import type { Feishu } from '../../../../sandbox/platform/index.ts';
import type { DemoBranch, Township } from '../../../../sandbox/township/index.ts';
import type { Bot } from '../../../bot/repertoire.ts';
import { seedFloats } from './seed-floats.ts';
import { seedTickets } from './seed-tickets.ts';

const DAY = 86_400_000;

/** Writes the township into a fresh database: its tree, rosters, two months of meetings, who is away, who asked for help; not the fresh branch. */
export function seed(bot: Bot, township: Township): void {
	const { committee, branches } = township;
	const { db } = bot;
	const start = bot.clock.now() - 100 * DAY;
	const act: Act = { turn: 'demo', by: null, command: 'demo', at: start, saidAt: start };
	rememberChat(db, committee.chatId, 'group', committee.name);
	const root = addBranch(db, act, {
		name: committee.name,
		kind: 'committee',
		parentId: null,
		chatId: committee.chatId,
	});
	const seeded = branches
		.filter(({ fresh }) => !fresh)
		.map((branch) => seedBranch(bot, act, branch, root.id));
	seedFloats(bot, seeded);
	seedTickets(bot, township);
}

function seedBranch(bot: Bot, act: Act, branch: DemoBranch, parentId: number): Branch {
	const { db } = bot;
	rememberChat(db, branch.chatId, 'group', branch.name);
	const seats = branch.members.flatMap(({ openId, name }) => (openId ? [{ openId, name }] : []));
	seatAll(db, branch.chatId, seats);
	const node = addBranch(db, act, { name: branch.name, kind: 'branch', parentId, chatId: branch.chatId });
	const { id } = node;
	const people = branch.members.map(
		({ name, openId }) => enrol(db, act, id, { name, openId, standing: 'full' }).person,
	);
	const [secretary] = people;
	if (!secretary) return node;
	appoint(db, act, secretary.id, { role: 'secretary', branchId: id });
	for (const monthsAgo of [2, 1]) seedMeeting(bot, id, secretary.id, monthsAgo);
	return node;
}

/** A theme day a month: most come, some are excused, hardly anybody is absent; one in seven has no roll yet. */
function seedMeeting(bot: Bot, branchId: number, by: number, monthsAgo: number): void {
	const { db } = bot;
	const day = Math.floor(bot.clock.now() / DAY) - monthsAgo * 30 + (branchId % 11);
	/** Seven in the morning UTC is three in the afternoon in the demo's zone. */
	const startsAt = day * DAY + 7 * 3_600_000;
	const before: Act = {
		turn: `demo:${branchId}:${monthsAgo}`,
		by,
		command: 'demo',
		at: startsAt - 3 * DAY,
		saidAt: startsAt - 3 * DAY,
	};
	const sheet = plan(db, before, {
		branchId,
		startsAt,
		kinds: ['theme-day'],
		invites: 'members',
		place: '党群服务中心',
		topic: monthsAgo === 1 ? '学习讨论' : '走访慰问',
	});
	const noRoll = monthsAgo === 1 && branchId % 7 === 0;
	for (const { id } of listOf(db, sheet.id)) {
		const luck = (id * 31 + monthsAgo * 17) % 20;
		if (luck < 17) {
			answer(db, before, bot.vault, {
				meetingId: sheet.id,
				personId: id,
				answer: luck < 3 ? 'leave' : 'coming',
			});
		}
		if (!noRoll)
			mark(
				db,
				{ ...before, at: startsAt },
				sheet.id,
				id,
				luck < 3 ? 'excused' : luck === 19 ? 'absent' : 'present',
			);
	}
	if (!noRoll) close(db, { ...before, at: startsAt }, sheet.id);
}

/** Gives everybody of the township an account and sits them in their groups, the officer in the new branch's too. */
export function populate(feishu: Feishu, { committee, officer, branches }: Township): void {
	const { openId, name, note } = officer;
	feishu.addAccount({ openId, name, note });
	feishu.privateChat(openId);
	const secretaries: string[] = [];
	for (const { members, chatId, name: branchName, fresh } of branches) {
		const seated = members.flatMap((member) => (member.openId ? [{ ...member, openId: member.openId }] : []));
		for (const member of seated) {
			feishu.addAccount({ openId: member.openId, name: member.name, note: member.note });
			feishu.privateChat(member.openId);
		}
		const ids = seated.map((member) => member.openId);
		if (ids[0]) secretaries.push(ids[0]);
		feishu.addGroup({ chatId, name: branchName, members: fresh ? [openId, ...ids] : ids, hasBot: true });
	}
	feishu.addGroup({
		chatId: committee.chatId,
		name: committee.name,
		members: [openId, ...secretaries],
		hasBot: true,
	});
}
