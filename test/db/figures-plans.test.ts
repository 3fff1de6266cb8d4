import { expect, test } from 'vitest';
import type { Db } from '../../db/database.ts';
import { attendanceFigures } from '../../db/figures/attendance.ts';
import { floatFigures } from '../../db/figures/floats.ts';
import { ticketFigures } from '../../db/figures/tickets.ts';
import { transferFigures, transfersByBranch } from '../../db/figures/transfers.ts';
import { watchedDatabase } from './plans.ts';

const { plansOf } = watchedDatabase();

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

test.each<[string, (db: Db) => void, readonly string[]]>([
	['attendance', (db) => attendanceFigures(db, [1], 0, 1), ['meeting_branch_start', 'attendance_1']],
	['floats', (db) => floatFigures(db, [1], days), ['float_branch', 'float_contact_float', 'transfer_person']],
	['transfers', (db) => transferFigures(db, [1], days), ['transfer_from', 'transfer_to']],
	['transfers by branch', (db) => transfersByBranch(db, [1], days), ['transfer_from', 'transfer_to']],
	['tickets', (db) => ticketFigures(db, scope, 0, 1), ['ticket_duty']],
])('%s: never walks through a table', (_name, ask, indexes) => {
	const plans = plansOf(ask);
	expect(plans.length).toBeGreaterThan(0);
	for (const { steps, scans } of plans) {
		expect(scans, steps.join('\n')).toEqual([]);
		for (const index of indexes) expect(steps.join('\n')).toContain(index);
	}
});
