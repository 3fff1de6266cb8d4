import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { beforeAll, expect, test } from 'vitest';
import type { Db } from '../../db/database.ts';
import { attendanceFigures } from '../../db/figures/attendance.ts';
import { floatFigures } from '../../db/figures/floats.ts';
import { ticketFigures } from '../../db/figures/tickets.ts';
import { transferFigures, transfersByBranch } from '../../db/figures/transfers.ts';
import * as schema from '../../db/schema/index.ts';

const asked: { query: string; params: unknown[] }[] = [];
const file = new Database(':memory:');
let db: Db;
beforeAll(() => {
	const logged = drizzle(file, {
		schema,
		casing: 'snake_case',
		logger: { logQuery: (query, params) => asked.push({ query, params }) },
	});
	migrate(logged, { migrationsFolder: 'db/migrations' });
	db = logged;
});

const days = {
	from: '2026-10-01',
	until: '2027-01-01',
	asOf: '2026-11-21',
	dueSince: '2026-05-21',
	contactedAfter: '2026-05-21',
	fromAt: 0,
	untilAt: 1,
};
const scope = { branchIds: [1, 2], dutyIds: [1], whole: true, ownIds: [] };

test.each<[string, () => void, readonly string[]]>([
	['attendance', () => attendanceFigures(db, [1], 0, 1), ['meeting_branch_start', 'attendance_1']],
	['floats', () => floatFigures(db, [1], days), ['float_branch', 'float_contact_float', 'transfer_person']],
	['transfers', () => transferFigures(db, [1], days), ['transfer_from', 'transfer_to']],
	['transfers by branch', () => transfersByBranch(db, [1], days), ['transfer_from', 'transfer_to']],
	['tickets', () => ticketFigures(db, scope, 0, 1), ['ticket_duty']],
])('%s: never walks through a table', (_name, ask, indexes) => {
	asked.length = 0;
	ask();
	expect(asked.length).toBeGreaterThan(0);
	for (const { query, params } of asked) {
		const plan = file
			.prepare<unknown[], { detail: string }>(`explain query plan ${query}`)
			.all(...params)
			.map(({ detail }) => detail);
		const scans = plan.filter((step) => step.startsWith('SCAN') && !OVER_LITTLE.test(step));
		expect(scans, plan.join('\n')).toEqual([]);
		for (const index of indexes) expect(plan.join('\n')).toContain(index);
	}
});

/** A list of ids, or what an index has already picked out. */
const OVER_LITTLE = /VIRTUAL TABLE|^SCAN ours$|^SCAN \(subquery-\d+\)$/;
