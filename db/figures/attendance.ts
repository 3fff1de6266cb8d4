import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';

/** Attendance of one branch over a span of time; the definitions are DOMAIN's «Figures that must be honest». */
export interface AttendanceFigures {
	readonly branchId: number;
	readonly branch: string;
	/** Meetings that took place (not cancelled, already begun). */
	readonly held: number;
	/** Of those, the ones with a complete roll; only they count below. */
	readonly recorded: number;
	readonly expected: number;
	readonly present: number;
	readonly excused: number;
	readonly absent: number;
	/** Over all meetings that took place. */
	readonly invited: number;
	readonly answered: number;
}

/** Figures by branch, by name, for meetings begun in [from, until) ms; branches without a meeting are left out. */
export function attendanceFigures(
	db: Db,
	branchIds: readonly number[],
	from: number,
	until: number,
): AttendanceFigures[] {
	return db.all<AttendanceFigures>(sql`
		select b.id as branchId, b.name as branch,
			count(distinct m.id) as held,
			count(distinct case when m.state = 'closed' then m.id end) as recorded,
			coalesce(sum(m.state = 'closed' and a.person_id is not null), 0) as expected,
			coalesce(sum(m.state = 'closed' and a.roll in ('present', 'late', 'online')), 0) as present,
			coalesce(sum(m.state = 'closed' and a.roll = 'excused'), 0) as excused,
			coalesce(sum(m.state = 'closed' and a.roll = 'absent'), 0) as absent,
			count(a.person_id) as invited,
			count(a.answer) as answered
		from meeting m
		join branch b on b.id = m.branch_id
		left join attendance a on a.meeting_id = m.id
		where m.branch_id in (select value from json_each(${JSON.stringify(branchIds)}))
			and m.starts_at >= ${from} and m.starts_at < ${until} and m.state <> 'cancelled'
		group by b.id order by b.name`);
}
