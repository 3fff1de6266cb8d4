import { sql } from 'drizzle-orm';
import { branchByName } from '../../db/branches.ts';
import type { Db } from '../../db/database.ts';
import { correct } from '../../db/floats.ts';
import { type Act, add, change } from '../../db/ledger.ts';
import { float, ticket, transfer } from '../../db/schema/index.ts';
import { seal } from '../../db/sealed.ts';
import { begin } from '../../db/transfers.ts';
import type { Vault } from '../../db/vault.ts';
import type { Town } from '../town/town.ts';

/** Cases as their commands will write them: through the ledger, in one transaction each. */
export function casesOf(town: Town, branchName: string) {
	const find = (db: Db, name: string): number => {
		const [row] = db.all<{ id: number }>(sql`select id from person where name = ${name} order by id limit 1`);
		if (!row) throw new Error(`nobody is called ${name}`);
		return row.id;
	};
	interface Desk {
		readonly db: Db;
		readonly now: number;
		readonly branchId: number;
		readonly act: Act;
		readonly vault: Vault;
		idOf(name: string): number;
	}
	const write = async <T>(by: string, work: (desk: Desk) => T): Promise<T> =>
		await town.look((db) => {
			const { clock, store, vault } = town.running.bot;
			const now = clock.now();
			const idOf = (name: string) => find(db, name);
			const act = { turn: crypto.randomUUID(), by: idOf(by), command: 'test', at: now, saidAt: now };
			const branchId = branchByName(db, branchName)?.id ?? 0;
			return store.commit(() => work({ db, now, branchId, act, vault, idOf }));
		});
	return {
		idOf: (name: string) => town.look((db) => find(db, name)),
		away: (by: string, name: string, since: string, more: Partial<typeof float.$inferInsert> = {}) =>
			write(by, ({ db, now, branchId, act, vault, idOf }) => {
				const row = add(db, act, float, {
					personId: idOf(name),
					branchId,
					direction: 'out',
					place: '',
					since,
					consentAt: now,
					registeredBy: idOf(by),
					registeredAt: now,
					state: 'open',
					...more,
				});
				correct(db, act, vault, row, { place: '深圳' });
				return row;
			}),
		changeFloat: (by: string, id: number, patch: Partial<typeof float.$inferInsert>) =>
			write(by, ({ db, act }) => change(db, act, float, { id }, patch)),
		moving: (by: string, name: string, more: Partial<typeof transfer.$inferInsert> = {}) =>
			write(by, ({ db, branchId, act, vault, idOf }) => {
				const whose = { personId: idOf(name), floatId: null, stage: 'started' as const, on: '2026-11-21' };
				const from = { id: branchId, name: branchName };
				const row = begin(db, act, vault, { ...whose, from, to: { id: null, name: '深圳南山某支部' } });
				change(db, act, transfer, { id: row.id }, more);
				return row;
			}),
		changeTransfer: (by: string, id: number, patch: Partial<typeof transfer.$inferInsert>) =>
			write(by, ({ db, act }) => change(db, act, transfer, { id }, patch)),
		asks: (name: string, more: Partial<typeof ticket.$inferInsert> = {}) =>
			write(name, ({ db, now, branchId, act, vault, idOf }) => {
				const row = add(db, act, ticket, {
					requesterId: idOf(name),
					branchId,
					category: 'labour',
					route: 'superior',
					story: seal(vault, ticket, 'story', { id: 0 }, '工资拖欠三个月'),
					state: 'open',
					openedAt: now,
					...more,
				});
				const story = seal(vault, ticket, 'story', { id: row.id }, '工资拖欠三个月');
				change(db, act, ticket, { id: row.id }, { story });
				return row;
			}),
		changeTicket: (by: string, id: number, patch: Partial<typeof ticket.$inferInsert>) =>
			write(by, ({ db, act }) => change(db, act, ticket, { id }, patch)),
	};
}

interface Told {
	readonly id: number;
	readonly rule: string;
	readonly step: string;
	readonly subject: string;
	readonly dueOn: string;
	readonly name: string;
	readonly state: string;
	readonly cause: string | null;
	readonly turn: string | null;
}

/** Every reminder there is, oldest first, with its person's name. */
export function reminders(town: Town): Promise<Told[]> {
	return town.look((db) =>
		db.all<Told>(sql`
			select r.id, r.rule, r.step, r.subject, r.due_on as dueOn, r.state, r.cause, r.turn,
				coalesce(p.name, cast(unhex(substr(p.open_id, 4)) as text)) as name
			from reminder r join person p on p.id = r.person_id order by r.id`),
	);
}
