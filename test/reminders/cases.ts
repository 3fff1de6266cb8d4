import { sql } from 'drizzle-orm';
import { branchByName } from '../../db/branches.ts';
import { type Act, add, change } from '../../db/ledger.ts';
import { float, ticket, transfer } from '../../db/schema/index.ts';
import type { Town } from '../town/town.ts';

/** Cases as their commands will write them: through the ledger, in one transaction each. */
export function casesOf(town: Town, branchName: string) {
	const { db, clock, store, vault } = town.running.bot;
	const idOf = (name: string): number => {
		const [row] = db.all<{ id: number }>(sql`select id from person where name = ${name} order by id limit 1`);
		if (!row) throw new Error(`nobody is called ${name}`);
		return row.id;
	};
	const branchId = branchByName(db, branchName)?.id ?? 0;
	const act = (by: string): Act => {
		const at = clock.now();
		return { turn: crypto.randomUUID(), by: idOf(by), command: 'test', at, saidAt: at };
	};
	return {
		idOf,
		away: (by: string, name: string, since: string, more: Partial<typeof float.$inferInsert> = {}) =>
			store.commit(() =>
				add(db, act(by), float, {
					personId: idOf(name),
					branchId,
					direction: 'out',
					place: '深圳',
					since,
					consentAt: clock.now(),
					registeredBy: idOf(by),
					registeredAt: clock.now(),
					state: 'open',
					...more,
				}),
			),
		changeFloat: (by: string, id: number, patch: Partial<typeof float.$inferInsert>) =>
			store.commit(() => change(db, act(by), float, { id }, patch)),
		moving: (by: string, name: string, more: Partial<typeof transfer.$inferInsert> = {}) =>
			store.commit(() =>
				add(db, act(by), transfer, {
					personId: idOf(name),
					fromBranchId: branchId,
					fromName: branchName,
					toName: '深圳南山某支部',
					stage: 'started',
					stageOn: '2026-11-21',
					startedBy: idOf(by),
					startedAt: clock.now(),
					...more,
				}),
			),
		changeTransfer: (by: string, id: number, patch: Partial<typeof transfer.$inferInsert>) =>
			store.commit(() => change(db, act(by), transfer, { id }, patch)),
		asks: (name: string, more: Partial<typeof ticket.$inferInsert> = {}) =>
			store.commit(() =>
				add(db, act(name), ticket, {
					requesterId: idOf(name),
					branchId,
					category: 'labour',
					route: 'superior',
					story: vault.seal('工资拖欠三个月', { table: 'ticket', column: 'story', row: 'test' }),
					state: 'open',
					openedAt: clock.now(),
					...more,
				}),
			),
		changeTicket: (by: string, id: number, patch: Partial<typeof ticket.$inferInsert>) =>
			store.commit(() => change(db, act(by), ticket, { id }, patch)),
	};
}

/** Every reminder there is, as `rule/step state cause`, with its day and its person's name. */
export function reminders(town: Town) {
	return town.running.bot.db.all<{
		rule: string;
		step: string;
		subject: string;
		dueOn: string;
		name: string;
		state: string;
		cause: string | null;
		turn: string | null;
	}>(sql`
		select r.rule, r.step, r.subject, r.due_on as dueOn, r.state, r.cause, r.turn,
			coalesce(p.name, cast(unhex(substr(p.open_id, 4)) as text)) as name
		from reminder r join person p on p.id = r.person_id order by r.id`);
}
