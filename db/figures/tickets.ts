import { sql } from 'drizzle-orm';
import type { Category } from '../../src/rules/tickets.ts';
import type { Db } from '../database.ts';

/** Which requests for help somebody may see counted. */
export interface TicketScope {
	/** What was asked of these branches themselves. */
	readonly branchIds: readonly number[];
	/** What was asked past a branch counts only where this officer stands at or above the node on duty. */
	readonly dutyIds: readonly number[];
	/** Officers of the whole tree count what is nobody else's duty too. */
	readonly whole: boolean;
	/** Branches in which they hold a role themselves: what passes those by is hidden from them. */
	readonly ownIds: readonly number[];
}

/** Withdrawn requests count nowhere. */
export interface TicketFigures {
	readonly category: Category;
	/** Asked, taken and confirmed within the span. */
	readonly opened: number;
	readonly taken: number;
	readonly confirmed: number;
	/** Not ended by the requester's word yet, when the span ends. */
	readonly open: number;
}

/** Counts by category for a span of instants (ms), the end excluded; categories without any are left out. */
export function ticketFigures(db: Db, scope: TicketScope, fromAt: number, untilAt: number): TicketFigures[] {
	const onDuty = (ids: readonly number[]) =>
		sql`t.duty_branch_id in (select value from json_each(${JSON.stringify(ids)}))`;
	const past = sql`t.route = 'superior'
		and coalesce(t.branch_id, 0) not in (select value from json_each(${JSON.stringify(scope.ownIds)}))`;
	const nobodys = scope.whole
		? sql`union all select t.* from ticket t where t.duty_branch_id is null and ${past}`
		: sql``;
	return db.all<TicketFigures>(sql`
		select category,
			coalesce(sum(opened_at >= ${fromAt} and opened_at < ${untilAt}), 0) as opened,
			coalesce(sum(taken_at >= ${fromAt} and taken_at < ${untilAt}), 0) as taken,
			coalesce(sum(confirmed_at >= ${fromAt} and confirmed_at < ${untilAt}), 0) as confirmed,
			coalesce(sum(opened_at < ${untilAt} and (confirmed_at is null or confirmed_at >= ${untilAt})), 0) as open
		from (
			select t.* from ticket t where ${onDuty(scope.branchIds)} and t.route = 'branch'
			union all
			select t.* from ticket t where ${onDuty(scope.dutyIds)} and ${past}
			${nobodys}
		)
		where state <> 'withdrawn'
		group by category`);
}
