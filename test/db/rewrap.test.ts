import { globSync, readFileSync } from 'node:fs';
import { eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { admitKeys, KeyMissing, keysInUse, PLAIN } from '../../db/data-keys.ts';
import { contactOf, correct, floatById, register } from '../../db/floats.ts';
import { type Act, add, change } from '../../db/ledger.ts';
import { rewrapState, rewrapStep } from '../../db/rewrap/index.ts';
import * as schema from '../../db/schema/index.ts';
import { branch, float, ledger, ledgerImage, outbox, person } from '../../db/schema/index.ts';
import { ledgeredTables } from '../../db/schema/ledgered.ts';
import { sealedIn } from '../../db/schema/sealed.ts';
import { placeOf } from '../../db/sealed.ts';
import { tableOf } from '../../db/table.ts';
import { restore } from '../../db/undo.ts';
import { openVault, SealBroken } from '../../db/vault.ts';
import { type OpenDatabase, openDatabase } from '../../src/runtime/node/database.ts';
import { populate } from '../migrations/populate.ts';
import { keysFound, sealedWords } from '../town/sealed-values.ts';

const OLD = 'the key that everything was sealed with at first';
const NEW = 'the key that is to take its place from now on';
const before = openVault([OLD]);
const both = openVault([NEW, OLD]);
const after = openVault([NEW]);
const [oldId] = before.keys;
const [newId] = after.keys;

const act: Act = { turn: 'one', by: null, command: 'test', at: 1, saidAt: 1 };

/** Every table that declares a sealed column. */
const declared = Object.values(schema).filter((each) => is(each, SQLiteTable) && sealedIn(each).length > 0);

let open: OpenDatabase;
beforeEach(() => {
	open = openDatabase(':memory:');
});
afterEach(() => void open.file.close());

/** Walks to the end; answers in how many steps. */
function walk(vault = both, most = 1_000): number {
	for (let steps = 1; steps <= most; steps++) if (rewrapStep(open.db, vault).done) return steps;
	throw new Error('it does not come to an end');
}

/** Fills every table there is, and every sealed column of it with words that say where they lie. */
function fill(): void {
	const { db, file } = open;
	populate({
		all(statement, ...values) {
			const prepared = file.prepare<unknown[], Record<string, unknown>>(statement);
			if (prepared.reader) return prepared.all(...values);
			prepared.run(...values);
			return [];
		},
		migrateTo: async () => undefined,
		open: async () => undefined,
	});
	file.exec('delete from data_key; delete from ledger_image; delete from ledger');
	admitKeys(db, before, 1);
	for (const table of declared)
		for (const row of db.select(getTableColumns(table)).from(table).all()) {
			const rows = tableOf(db, table);
			const words = sealedIn(table).map((name) => {
				const at = placeOf(table, name, row);
				return [name, before.seal(`${at.table}.${at.column} of ${at.row}`, at)] as const;
			});
			rows.update(rows.keyOf(row), Object.fromEntries(words));
			if (!ledgeredTables().includes(table)) continue;
			const entry = {
				turn: 't',
				at: 1,
				command: 'test',
				subjectTable: getTableName(table),
				subjectKey: JSON.stringify(rows.keyOf(row)),
				change: 'changed' as const,
				fields: '[]',
			};
			const { id } = db.insert(ledger).values(entry).returning({ id: ledger.id }).get();
			const image = JSON.stringify(Object.fromEntries(words));
			db.insert(ledgerImage).values({ ledgerId: id, before: image, after: image, forgetAt: 9 }).run();
		}
}

test('whatever is declared to lie sealed is sealed anew, in its row and in the ledger: none is left under the old key', () => {
	fill();
	const { db } = open;
	const words = sealedWords(db, before);
	const columns = declared.flatMap((table) =>
		sealedIn(table).map((name) => `${getTableName(table)}.${name}`),
	);
	expect(columns.length).toBeGreaterThan(12);
	for (const column of columns) expect(words.filter(({ at }) => at === column)).toHaveLength(3);
	const inLedger = ledgeredTables().filter((table) => sealedIn(table).length > 0);
	for (const table of inLedger)
		for (const name of sealedIn(table))
			expect(words.filter(({ at }) => at === `ledger:${getTableName(table)}.${name}`)).toHaveLength(6);
	expect(keysFound(db)).toEqual({ [oldId]: words.length });

	admitKeys(db, both, 2);
	expect(rewrapState(db)).toEqual({ seals: newId, others: [oldId], rewrap: 'under-way' });
	walk();
	expect(keysFound(db)).toEqual({ [newId]: words.length });
	expect(rewrapState(db)).toEqual({ seals: newId, others: [], rewrap: 'finished' });
	expect(sealedWords(db, after)).toEqual(words);
	expect(rewrapStep(db, after)).toEqual({ done: true, retired: [], broken: 0 });
});

test('a long table is walked in steps, each going on where the last one ended, gaps and all', () => {
	const { db, file } = open;
	admitKeys(db, before, 1);
	file.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 9000)
		insert into outbox (id, uuid, turn, work, lane, target, not_before, state, created_at)
		select i * 1000, 'u' || i, 't', 'send', 'l', '{}', 0, 'waiting', 0 from n`);
	for (const { id, uuid } of db.select().from(outbox).where(sql`id % 10000 = 0`).all())
		db.update(outbox)
			.set({ content: before.seal(`words of ${uuid}`, placeOf(outbox, 'content', { uuid })) })
			.where(eq(outbox.id, id))
			.run();
	admitKeys(db, both, 2);
	let left = 900;
	for (let done = false, steps = 0; !done; steps++) {
		expect(steps).toBeLessThan(200);
		// A process that was killed here goes on like this one: all it knows stands in the database.
		admitKeys(db, both, 3);
		done = rewrapStep(db, both).done;
		const [row] = db.all<{ count: number }>(
			sql`select count(*) as count from outbox where content like ${`${oldId}.%`}`,
		);
		const now = row?.count ?? 0;
		expect(left - now).toBeLessThanOrEqual(100);
		left = now;
	}
	expect(keysFound(db)).toEqual({ [newId]: 900 });
	expect(walk()).toBe(1);
});

function away() {
	const { db } = open;
	const home = add(db, act, branch, { name: '甲支部', kind: 'branch', parentId: null, createdAt: 1 });
	const { id } = add(db, act, person, { name: '张三', createdAt: 1 });
	const told = { place: '深圳', since: '2026-01-01', home: '南山党支部', contact: '13812345678' };
	return register(db, act, before, { ...told, personId: id, branchId: home.id, direction: 'out' });
}

/** Walks until what the ledger keeps comes next. */
function walkTables(): void {
	const inLedger = () => keysInUse(open.db).some(({ rewrapped }) => rewrapped?.includes('"ledger_image"'));
	for (let steps = 0; steps < 100 && !inLedger(); steps++) rewrapStep(open.db, both);
	expect(inLedger()).toBe(true);
}

function contactNow(id: number): string | undefined {
	const row = open.db.select().from(float).where(eq(float.id, id)).get();
	return row && contactOf(after, row);
}

test('what was done under the old key can still be taken back', () => {
	const { db } = open;
	admitKeys(db, before, 1);
	const { id } = away();
	correct(db, { ...act, turn: 'two' }, before, { id }, { contact: '微信 haitun' });
	admitKeys(db, both, 2);
	walk();
	expect(restore(db, { ...act, turn: 'undo' }, 'two')).toBe(true);
	expect(contactNow(id)).toBe('13812345678');
});

test('an old value that is put back where the walk has been is not left behind', () => {
	const { db } = open;
	admitKeys(db, before, 1);
	const { id } = away();
	change(db, { ...act, turn: 'two' }, float, { id }, { contact: null });
	admitKeys(db, both, 2);
	walkTables();
	expect(restore(db, { ...act, turn: 'undo' }, 'two')).toBe(true);
	expect(() => contactNow(id)).toThrow(SealBroken);
	walk();
	expect(contactNow(id)).toBe('13812345678');
	expect(keysFound(db)[oldId]).toBeUndefined();
});

test('what was kept in plain is sealed, in its row and in the ledger, stays there a day from when it was written, and can be taken back', () => {
	const { db, file } = open;
	admitKeys(db, before, 1);
	const { id } = away();
	file.exec(`update float set place = '苏州', home = '园区党支部';
		update ledger_image set after = json_set(after, '$.place', '苏州', '$.home', '园区党支部'), forget_at = null
			where after like '%"home"%';
		insert into ledger (turn, at, command, subject_table, subject_key, change, fields)
			values ('late', 5, 'test', 'float', '{"id":${id}}', 'changed', '["place"]');
		insert into ledger_image (ledger_id, before, after)
			select max(id), '{"place":"昆山"}', '{"place":"苏州"}' from ledger;
		insert into data_key (id, since, seals) values ('${PLAIN}', 0, 0)`);
	walk(before);
	expect(JSON.stringify(db.all(sql`select * from float, ledger_image`))).not.toMatch(/苏州|昆山|园区/);
	expect(floatById(db, before, id)).toMatchObject({ place: '苏州', home: '园区党支部' });
	const [image] = db.all<{ forget_at: number }>(
		sql`select forget_at from ledger_image order by ledger_id desc limit 1`,
	);
	expect(image?.forget_at).toBe(5 + 24 * 3_600_000);
	expect(restore(db, { ...act, turn: 'undo' }, 'late')).toBe(true);
	expect(floatById(db, before, id)?.place).toBe('昆山');
	expect(rewrapState(db)).toMatchObject({ others: [], rewrap: 'finished' });
});

test('a value that opens nowhere stays as it is, and its key stays needed', () => {
	fill();
	const { db, file } = open;
	file.exec(
		'update poison set "update" = (select "update" from poison where reference <> \'poison reference 1\')',
	);
	const [moved] = db.all<{ update: string }>(
		sql`select "update" from poison where reference = 'poison reference 1'`,
	);
	admitKeys(db, both, 2);
	walk();
	expect(rewrapState(db)).toEqual({ seals: newId, others: [oldId], rewrap: 'stuck' });
	expect(db.all(sql`select "update" from poison where reference = 'poison reference 1'`)).toEqual([moved]);
	expect(() => admitKeys(db, after, 3)).toThrow(KeyMissing);
	expect(rewrapStep(db, both)).toMatchObject({ done: true, broken: 0 });
	admitKeys(db, both, 3);
	expect(rewrapState(db).rewrap).toBe('under-way');
});

test('a start without a key in use writes nothing and names it', () => {
	const { db } = open;
	admitKeys(db, before, 1);
	const known = keysInUse(db);
	expect(() => admitKeys(db, after, 2)).toThrow(new KeyMissing([oldId], [newId]).message);
	expect(keysInUse(db)).toEqual(known);
	admitKeys(db, both, 2);
	expect(() => admitKeys(db, before, 3)).toThrow(newId);
});

test('nothing seals or opens past the declared columns', () => {
	const past = globSync(['db/**/*.ts', 'src/**/*.ts', 'commands/**/*.ts'])
		.filter((file) => !/db\/(vault|sealed|rewrap\/keeping)\.ts$/.test(file))
		.filter((file) => /vault\.(seal|open|reseal|sealKept)\b/.test(readFileSync(file, 'utf8')));
	expect(past).toEqual([]);
});
