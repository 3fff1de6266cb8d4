import { eq } from 'drizzle-orm';
import type { Db } from '../../db/database.ts';
import * as schema from '../../db/schema/index.ts';
import { tableOf } from '../../db/table.ts';
import { instantOn } from '../../src/rules/dates.ts';

/** Rows of the jobs, written straight into the tables; days are local to the town. */
export function rowsOf(db: Db) {
	const at = (day: string) => instantOn(day, 'Asia/Shanghai', 9 * 60);
	const personId = (name: string): number => {
		const found = db.select().from(schema.person).where(eq(schema.person.name, name)).get();
		if (!found) throw new Error(`nobody is called ${name}`);
		return found.id;
	};
	const branchId = (name: string): number => {
		const found = db.select().from(schema.branch).where(eq(schema.branch.name, name)).get();
		if (!found) throw new Error(`no branch is called ${name}`);
		return found.id;
	};

	type Float = typeof schema.float.$inferInsert;
	const float = (name: string, branch: string, since: string, rest: Partial<Float> = {}): number =>
		Number(
			tableOf(db, schema.float).insert({
				personId: personId(name),
				branchId: branchId(branch),
				direction: 'out',
				place: '',
				since,
				consentAt: at(since),
				registeredBy: personId(name),
				registeredAt: at(since),
				state: 'open',
				...rest,
			}).id,
		);

	const contact = (floatId: number, on: string, by: string): void => {
		tableOf(db, schema.floatContact).insert({ floatId, on, by: personId(by), at: at(on) });
	};

	type Transfer = typeof schema.transfer.$inferInsert;
	const transfer = (
		name: string,
		from: string | null,
		to: string | null,
		started: string,
		rest: Partial<Transfer> = {},
	): void => {
		tableOf(db, schema.transfer).insert({
			personId: personId(name),
			fromBranchId: from === null ? null : branchId(from),
			toBranchId: to === null ? null : branchId(to),
			fromName: '',
			toName: '',
			stage: 'started',
			stageOn: started,
			startedBy: personId(name),
			startedAt: at(started),
			...rest,
		});
	};

	type Ticket = typeof schema.ticket.$inferInsert;
	const tickets = (
		count: number,
		category: Ticket['category'],
		branch: string,
		opened: string,
		rest: Partial<Ticket> = {},
	): void => {
		for (let one = 0; one < count; one++)
			tableOf(db, schema.ticket).insert({
				requesterId: personId('王小梅'),
				branchId: branchId(branch),
				category,
				route: 'branch',
				dutyBranchId: branchId(branch),
				story: 'sealed',
				state: 'open',
				openedAt: at(opened),
				...rest,
			});
	};

	return { at, branchId, personId, float, contact, transfer, tickets };
}
