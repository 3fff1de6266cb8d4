import { readdirSync } from 'node:fs';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '../../db/schema/index.ts';
import { openVault } from '../../db/vault.ts';
import { createWords } from '../../src/locales/index.ts';
import { timetable } from '../../src/reminders/index.ts';
import { defaultBook } from '../../src/rules/book.ts';
import { watchedDatabase } from './plans.ts';

const SCHEMA = new URL('../../db/schema/', import.meta.url);

const tablesIn = (module: Record<string, unknown>) =>
	Object.values(module).filter((value): value is SQLiteTable => is(value, SQLiteTable));
const tables = tablesIn(schema);

test('every table of every file is part of the schema', async () => {
	for (const file of readdirSync(SCHEMA)) {
		const module: Record<string, unknown> = await import(new URL(file, SCHEMA).href);
		for (const table of tablesIn(module)) expect(tables, `${file}: ${getTableName(table)}`).toContain(table);
	}
});

test('the migrations make what the schema says: each table, column and index', () => {
	const { db } = watchedDatabase();
	for (const table of tables) {
		const name = getTableName(table);
		const there = db.all<{ name: string }>(`select name from pragma_table_info('${name}')`);
		const said = Object.values(getTableColumns(table)).map((column) => column.name);
		expect(there.map((column) => column.name).sort(), name).toEqual(said.sort());
		const indexes = db.all<{ name: string }>(
			`select name from sqlite_master where type = 'index' and tbl_name = '${name}' and sql is not null`,
		);
		const declared = getTableConfig(table).indexes.map(({ config }) => config.name);
		expect(indexes.map((index) => index.name)).toEqual(expect.arrayContaining(declared));
	}
});

test.each(timetable.reminders)('$name is found by an index, however much there is', (reminder) => {
	const { plansOf } = watchedDatabase();
	const book = defaultBook();
	const window = {
		after: '2026-09-20',
		until: '2026-12-22',
		above: 0,
		most: 200,
		rules: book.at('2026-12-22'),
	};
	const vault = openVault(['a key that is long enough for a test']);
	const [t, now, zone] = [createWords('zh-CN'), Date.parse('2026-12-22T10:00:00+08:00'), 'Asia/Shanghai'];
	const plans = plansOf((db) => {
		reminder.candidates({ db, vault, book, t, now, zone }, window);
	});
	expect(plans.length).toBeGreaterThan(0);
	for (const { scans } of plans) expect(scans).toEqual([]);
});
