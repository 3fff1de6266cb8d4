import { expect, test } from 'vitest';
import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
import { openVault } from '../../db/vault.ts';
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

const OLD = ['first key', 'second key', 'third key', 'fourth key'].map((word) =>
	openVault([`the ${word}, long enough for a test`]),
);

test('which keys are in use is known from what lies sealed, the ledger’s day included; places of before are plain', async () => {
	const place = { table: 't', column: 'c', row: '1' };
	const [story, image, forgotten, event] = OLD.map((vault) => vault.seal('words', place));
	await onFreshDatabase(async (fresh) => {
		await fresh.migrateTo(journal.entries.findIndex(({ tag }) => tag.endsWith('_keys_in_use')));
		fresh.all("insert into app (id, app_id, created_at) values (1, 'cli_1', 7)");
		fresh.all('insert into person (id, created_at) values (1, 1)');
		fresh.all(
			`insert into ticket (requester_id, category, route, story, state, opened_at)
			values (1, 'other', 'branch', ?, 'open', 1), (1, 'other', 'branch', '', 'open', 1)`,
			story,
		);
		fresh.all(
			`insert into poison (reference, event_id, at, "update", error) values ('r', 'e', 1, ?, '')`,
			event,
		);
		fresh.all(
			`insert into ledger (id, turn, at, command, subject_table, subject_key, change, fields)
			values (1, 't', 1, 'c', 'ticket', '{}', 'changed', '[]'), (2, 't', 1, 'c', 'ticket', '{}', 'changed', '[]')`,
		);
		fresh.all(
			'insert into ledger_image (ledger_id, before, after, forget_at) values (1, ?, null, 9), (2, null, null, null)',
			JSON.stringify({ story: image, state: forgotten }),
		);
		await fresh.open();
		const known = () => fresh.all('select id, since, seals from data_key order by id');
		const [one, two, , four] = OLD.map(({ keys: [id] }) => id);
		expect(known()).toEqual([one, two, four].toSorted().map((id) => ({ id, since: 7, seals: 0 })));
	});
	await onFreshDatabase(async (fresh) => {
		await fresh.migrateTo(journal.entries.findIndex(({ tag }) => tag.endsWith('_keys_in_use')));
		fresh.all("insert into app (id, app_id, created_at) values (1, 'cli_1', 7)");
		fresh.all(
			`insert into ledger (turn, at, command, subject_table, subject_key, change, fields)
			values ('t', 1, 'c', 'float', '{"id":1}', 'removed', '[]')`,
		);
		await fresh.open();
		expect(fresh.all('select id from data_key')).toEqual([{ id: 'plain' }]);
	});
	await onFreshDatabase(async (fresh) => {
		await fresh.open();
		expect(fresh.all('select id from data_key')).toEqual([]);
	});
});
