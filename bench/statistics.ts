import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDatabase } from '../db/app.ts';
import { branchesBelow } from '../db/branches.ts';
import { attendanceFigures } from '../db/figures/attendance.ts';
import { openDatabase } from '../src/runtime/node/database.ts';
import { quantile } from './median.ts';

export interface Counted {
	readonly rows: number;
	readonly inQuarter: number;
	/** Milliseconds of one quarter's figures of the whole tree. */
	readonly p50: number;
	readonly p95: number;
}

const QUARTER = 91 * 86_400_000;
const SIZE = { branches: 2_000, people: 100_000, quarters: 10 };

/**
 * The quarter's figures for one officer of the whole tree: 2,000 branches, 100,000 people, one meeting a branch and
 * quarter, over ten quarters (a million rows) or one (a hundred thousand).
 */
export function countQuarter(quarters: number, times: number): Counted {
	const directory = mkdtempSync(join(tmpdir(), 'zhibu-statistics-'));
	const { db, file } = openDatabase(join(directory, 'statistics.db'));
	const end = Date.parse('2026-12-31T16:00:00Z');
	claimDatabase(db, 'bench', end);
	file.pragma('foreign_keys = OFF');
	file.exec('BEGIN');
	file.exec(`
		with recursive n(i) as (select 1 union all select i + 1 from n where i < ${SIZE.branches})
		insert into branch (id, name, kind, created_at) select i, '第' || i || '支部', 'branch', 0 from n;
		with recursive n(i) as (select 1 union all select i + 1 from n where i < ${SIZE.people})
		insert into person (id, name, created_at) select i, '党员' || i, 0 from n;
		insert into membership (person_id, branch_id, standing, since)
			select id, 1 + (id - 1) % ${SIZE.branches}, 'full', 0 from person;
		with recursive q(k) as (select 0 union all select k + 1 from q where k < ${quarters - 1})
		insert into meeting (branch_id, starts_at, invites, state, planned_by, planned_at, closed_at)
			select b.id, ${end} - (k + 1) * ${QUARTER} + (b.id % 80) * 86400000, 'members', case b.id % 9 when 0 then 'open' else 'closed' end, 1, 0, 0
			from q, branch b;
		insert into meeting_kind (meeting_id, kind) select id, 'theme-day' from meeting;
		insert into attendance (meeting_id, person_id, answer, answered_at, roll)
			select m.id, s.person_id, case s.person_id % 3 when 0 then null else 'coming' end, 0,
				case when m.state = 'open' then null when s.person_id % 11 = 0 then 'excused' else 'present' end
			from meeting m join membership s on s.branch_id = m.branch_id;
	`);
	file.exec('COMMIT');
	file.pragma('wal_checkpoint(TRUNCATE)');
	const all = branchesBelow(db, null).map(({ id }) => id);
	const took: number[] = [];
	let inQuarter = 0;
	for (let each = 0; each < times; each++) {
		const started = performance.now();
		const figures = attendanceFigures(db, all, end - QUARTER, end);
		took.push(performance.now() - started);
		inQuarter = figures.reduce((sum, { invited }) => sum + invited, 0);
	}
	const rows = Number(file.prepare('select count(*) from attendance').pluck().get());
	file.close();

	rmSync(directory, { recursive: true });
	return { rows, inQuarter, p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
}
