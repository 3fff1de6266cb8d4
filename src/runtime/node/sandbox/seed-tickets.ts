import { asking, dutyFor } from '../../../../db/duty.ts';
import type { Act } from '../../../../db/ledger.ts';
import { personOfAccount } from '../../../../db/people.ts';
import { homeOf } from '../../../../db/roster.ts';
import { assign, moveOn, openTicket, ticketById, write } from '../../../../db/tickets.ts';
import type { DemoBranch, Township } from '../../../../sandbox/township/index.ts';
import type { Bot } from '../../../bot/repertoire.ts';
import type { Category, Route } from '../../../rules/tickets.ts';

const DAY = 86_400_000;

interface Asked {
	readonly category: Category;
	readonly route: Route;
	readonly daysAgo: number;
	readonly story: string;
	/** What the assignee wrote; absent: nobody has taken it yet. */
	readonly answer?: string;
	readonly end?: 'done' | 'confirmed';
}

const ASKED: readonly Asked[] = [
	{
		category: 'hardship',
		route: 'branch',
		daysAgo: 40,
		story: '孩子上学，学费一时凑不齐，想问问有没有助学的办法。',
		answer: '街道的助学申请表已经帮您领好，放在党群服务中心。',
		end: 'confirmed',
	},
	{
		category: 'medical',
		route: 'branch',
		daysAgo: 9,
		story: '父亲下周住院，异地就医备案不会办。',
		answer: '备案可以在手机上办，我把步骤发给您，不清楚就打我电话。',
		end: 'done',
	},
	{
		category: 'insurance',
		route: 'branch',
		daysAgo: 3,
		story: '换了单位，社保断了一个月，不知道怎么补。',
		answer: '明天上午我陪您去窗口问一下。',
	},
	{ category: 'loans', route: 'branch', daysAgo: 1, story: '想开个小店，听说有创业担保贷款，怎么申请？' },
];

/** A few requests for help in the demo's branches, asked of the branch, in each state one. */
export function seedTickets(bot: Bot, { branches }: Township): void {
	const asking = branches.filter(({ fresh, members }) => !fresh && members[0]?.openId && members[1]?.openId);
	for (const [index, asked] of ASKED.entries()) {
		const branch = asking[index % 3];
		if (branch) seedTicket(bot, branch, asked);
	}
}

function seedTicket(bot: Bot, { members }: DemoBranch, asked: Asked): void {
	const { db, vault, clock } = bot;
	const openId = members[1]?.openId;
	if (!openId) return;
	const requester = personOfAccount(db, openId, clock.now());
	const at = clock.now() - asked.daysAgo * DAY;
	const act = (by: number, after: number): Act => {
		const then = Math.min(at + after, clock.now());
		return { turn: `demo:ticket:${at}`, by, command: 'demo', at: then, saidAt: then };
	};
	const { category, route, story, answer, end } = asked;
	const branchId = homeOf(db, requester.id)?.id ?? null;
	const duty = dutyFor(db, asking({ requesterId: requester.id, branchId, firmTold: null }, route, at));
	const [assignee] = duty.people;
	if (!assignee) return;
	const opening = { requesterId: requester.id, branchId, category, route, story, firm: null };
	const { id } = openTicket(db, act(requester.id, 0), vault, {
		...opening,
		dutyBranchId: duty.node,
		messageId: null,
	});
	const current = () => {
		const found = ticketById(db, id);
		if (!found) throw new Error('the ticket was just opened');
		return found;
	};
	if (!answer) return;
	assign(db, act(assignee.id, DAY / 4), current(), assignee.id);
	write(db, act(assignee.id, DAY / 3), vault, current(), answer);
	if (end) moveOn(db, act(assignee.id, 2 * DAY), current(), 'done');
	if (end === 'confirmed') moveOn(db, act(requester.id, 3 * DAY), current(), 'confirmed');
}
