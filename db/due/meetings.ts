import { sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { attendance, meeting } from '../schema/index.ts';

/** Meetings that stand and begin in [from, until) ms, with ids above `above`. */
export function meetingsBetween(
	db: Db,
	span: { readonly from: number; readonly until: number },
	above: number,
	most: number,
): number[] {
	return between(db)
		.all({ ...span, above, most })
		.map(({ id }) => id);
}

/** The plus keeps the walk on `meeting_state_start` instead of the ids. */
const between = prepared((db) =>
	db
		.select({ id: meeting.id })
		.from(meeting)
		.where(
			sql`${meeting.state} = 'open' and ${meeting.startsAt} >= ${sql.placeholder('from')}
				and ${meeting.startsAt} < ${sql.placeholder('until')} and +${meeting.id} > ${sql.placeholder('above')}`,
		)
		.orderBy(sql`+${meeting.id}`)
		.limit(sql.placeholder('most'))
		.prepare(),
);

/** Everybody invited, whatever they answered. */
export function invitedTo(db: Db, meetingId: number): number[] {
	return invited(db)
		.all({ meetingId })
		.map(({ id }) => id);
}

const invited = prepared((db) =>
	db
		.select({ id: attendance.personId })
		.from(attendance)
		.where(sql`${attendance.meetingId} = ${sql.placeholder('meetingId')}`)
		.prepare(),
);
