import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';

/** A span of time: instants in ms, dates local, ends excluded. */
export interface TransferDays {
	readonly from: string;
	readonly until: string;
	readonly fromAt: number;
	readonly untilAt: number;
}

interface Counts {
	/** Begun within the span. */
	readonly started: number;
	readonly done: number;
	/** Came back, and were put off, within the span and have not gone on since. */
	readonly back: number;
	readonly exempt: number;
	/** Under way now, by the last thing that happened. */
	readonly waitingLetter: number;
	readonly withLetter: number;
	readonly received: number;
}

export interface TransferFigures extends Counts {
	/** Of those done within the span: when they began and were done, ms. */
	readonly times: readonly { readonly startedAt: number; readonly doneAt: number }[];
}

export interface TransferRow extends Counts {
	readonly branchId: number;
	readonly branch: string;
}

const counts = ({ from, until, fromAt, untilAt }: TransferDays) => sql`
	coalesce(sum(t.started_at >= ${fromAt} and t.started_at < ${untilAt}), 0) as started,
	coalesce(sum(t.stage = 'done' and t.done_at >= ${fromAt} and t.done_at < ${untilAt}), 0) as done,
	coalesce(sum(t.stage = 'back' and t.stage_on >= ${from} and t.stage_on < ${until}), 0) as back,
	coalesce(sum(t.stage = 'exempt' and t.stage_on >= ${from} and t.stage_on < ${until}), 0) as exempt,
	coalesce(sum(t.stage = 'started'), 0) as waitingLetter,
	coalesce(sum(t.stage = 'letter'), 0) as withLetter,
	coalesce(sum(t.stage = 'received'), 0) as received`;

/** Transfers from or to these branches, with the branch; one between two of them stands there twice. */
const touching = (branchIds: readonly number[]) => sql`(
	select t.id as id, t.from_branch_id as branch_id from transfer t
	where t.from_branch_id in (select value from json_each(${JSON.stringify(branchIds)}))
	union
	select t.id, t.to_branch_id from transfer t
	where t.to_branch_id in (select value from json_each(${JSON.stringify(branchIds)})))`;

/** All transfers from or to these branches, each once. */
export function transferFigures(db: Db, branchIds: readonly number[], days: TransferDays): TransferFigures {
	const ours = sql`t.id in (select id from ${touching(branchIds)})`;
	const figures = db.get<Counts>(sql`select ${counts(days)} from transfer t where ${ours}`);
	const times = db.all<TransferFigures['times'][number]>(sql`
		select t.started_at as startedAt, t.done_at as doneAt from transfer t
		where ${ours} and t.stage = 'done' and t.done_at >= ${days.fromAt} and t.done_at < ${days.untilAt}`);
	return { ...figures, times };
}

/** The same by branch, by name; one between two branches counts for both. Branches without any are left out. */
export function transfersByBranch(db: Db, branchIds: readonly number[], days: TransferDays): TransferRow[] {
	return db.all<TransferRow>(sql`
		select b.id as branchId, b.name as branch, ${counts(days)}
		from ${touching(branchIds)} ours join transfer t on t.id = ours.id join branch b on b.id = ours.branch_id
		group by b.id
		having started + done + back + exempt + waitingLetter + withLetter + received > 0
		order by b.name`);
}
