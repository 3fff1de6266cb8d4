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
