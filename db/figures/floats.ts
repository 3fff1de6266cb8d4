import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';

/** The days between which floating is counted; all local, `YYYY-MM-DD`. */
export interface FloatDays {
	/** The span's first day, and the first after it. */
	readonly from: string;
	readonly until: string;
	/** The day on which it is counted who is away. */
	readonly asOf: string;
	/** Who went on this day or before has to have the relation moved by `asOf`. */
	readonly dueSince: string;
	/** A contact after this day is still fresh on `asOf`. */
	readonly contactedAfter: string;
	/** Instants, ms: when the span begins and ends. */
	readonly fromAt: number;
	readonly untilAt: number;
}

/** Floating members of one branch. */
export interface FloatFigures {
	readonly branchId: number;
	readonly branch: string;
	/** Away from, and here with, the branch on the day. */
	readonly out: number;
	readonly in: number;
	readonly contacted: number;
	/** Six months are over and the place is not known to be uncertain. */
	readonly due: number;
	/** Of those, the ones whose transfer is under way (no letter that is over), or put off still; of the rest it is overdue. */
	readonly moving: number;
	readonly putOff: number;
	/** Within the span. */
	readonly registered: number;
	readonly back: number;
}

/**
 * Figures by branch, by name; branches without any are left out. DOMAIN «transfer due»: moved, or away for half a year
 * at a fixed place; who has none carries an activity card instead and is never due.
 */
export function floatFigures(db: Db, branchIds: readonly number[], days: FloatDays): FloatFigures[] {
	const { from, until, asOf, dueSince, contactedAfter, fromAt, untilAt } = days;
	return db.all<FloatFigures>(sql`
		with here as (
			select f.id, f.branch_id, f.person_id, f.direction, f.state, f.registered_at, f.ended_on, f.contacted_on,
				f.since <= ${asOf} and f.registered_at < ${untilAt} and (f.ended_on is null or f.ended_on > ${asOf}) as away,
				f.since <= ${dueSince} and f.fixed is not 0 as long
			from float f where f.branch_id in (select value from json_each(${JSON.stringify(branchIds)}))
		), seen as (
			select h.*,
				h.away and (h.contacted_on between date(${contactedAfter}, '+1 day') and ${asOf} or exists (
					select 1 from float_contact c where c.float_id = h.id and c."on" > ${contactedAfter} and c."on" <= ${asOf}
				)) as contacted,
				h.away and h.long as due,
				(select t.stage from transfer t where t.person_id = h.person_id and t.stage in ('started', 'letter', 'received', 'exempt')
					and (t.stage <> 'letter' or t.letter_until >= ${asOf})
					and (t.stage <> 'exempt' or t.exempt_until is null or t.exempt_until >= ${asOf})
					and t.started_at < ${untilAt} order by t.stage = 'exempt' limit 1) as stage
			from here h
		)
		select b.id as branchId, b.name as branch,
			coalesce(sum(s.away and s.direction = 'out'), 0) as out,
			coalesce(sum(s.away and s.direction = 'in'), 0) as "in",
			coalesce(sum(s.contacted), 0) as contacted,
			coalesce(sum(s.due), 0) as due,
			coalesce(sum(s.due and s.stage in ('started', 'letter', 'received')), 0) as moving,
			coalesce(sum(s.due and s.stage = 'exempt'), 0) as putOff,
			coalesce(sum(s.registered_at >= ${fromAt} and s.registered_at < ${untilAt}), 0) as registered,
			coalesce(sum(s.state = 'back' and s.ended_on >= ${from} and s.ended_on < ${until}), 0) as back
		from seen s join branch b on b.id = s.branch_id
		group by b.id
		having out + "in" + registered + back > 0
		order by b.name`);
}
