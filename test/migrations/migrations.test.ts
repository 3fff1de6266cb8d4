import { expect, test } from 'vitest';
import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
// The tests of the other runtime put on-workers.ts here: vitest.workers.config.ts.
import { onFreshDatabase } from './on-node.ts';
import { contents, populate, tablesOf } from './populate.ts';

const steps = journal.entries.map(({ tag }, index) => ({ tag, count: index + 1 }));

test.each(steps)('a database full of rows at $tag keeps each of them to the newest', async ({ count }) => {
	await onFreshDatabase(async (fresh) => {
		await fresh.migrateTo(count);
		populate(fresh);
		const tables = tablesOf(fresh);
		const before = contents(fresh, tables);
		for (const table of tables) expect(before[table], table).toHaveLength(3);

		await fresh.open();
		const after = contents(fresh, tables);
		for (const table of tables) {
			expect(after[table], table).toHaveLength(3);
			expect(after[table], table).toMatchObject(before[table] ?? []);
		}
		expect(fresh.all('pragma foreign_key_check')).toEqual([]);
	});
});

test('each migration is applied once, however often the bot starts', async () => {
	await onFreshDatabase(async (fresh) => {
		for (let starts = 0; starts < 3; starts++) await fresh.open();
		expect(fresh.all('select created_at from __drizzle_migrations order by created_at')).toEqual(
			journal.entries.map(({ when }) => ({ created_at: when })),
		);
	});
});

test('whom the setting made officer before is known from the ledger, and no code is left beside an officer', async () => {
	await onFreshDatabase(async (fresh) => {
		await fresh.migrateTo(journal.entries.findIndex(({ tag }) => tag.endsWith('_officers')));
		fresh.all("insert into app (id, app_id, officer_code, created_at) values (1, 'cli_1', 'a hash', 1)");
		for (const [id, openId] of [
			[1, 'ou_seeded'],
			[2, 'ou_appointed'],
		]) {
			fresh.all('insert into person (id, open_id, created_at) values (?, ?, 1)', id, openId);
			fresh.all("insert into role (id, person_id, role, since) values (?, ?, 'officer', 1)", id, id);
			fresh.all(
				`insert into ledger (turn, at, command, subject_table, subject_key, change, fields)
				values ('t', 7, ?, 'role', ?, 'added', '[]')`,
				id === 1 ? 'admins' : 'role.appoint',
				JSON.stringify({ id }),
			);
		}
		await fresh.open();
		expect(fresh.all('select open_id, sown_at, told_at from admin_seed')).toEqual([
			{ open_id: 'ou_seeded', sown_at: 7, told_at: null },
		]);
		expect(fresh.all('select officer_code from app')).toEqual([{ officer_code: null }]);
	});
});
