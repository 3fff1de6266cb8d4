import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addBranch } from '../../db/branches.ts';
import { type Act, add, change, remove } from '../../db/ledger.ts';
import { float, ledger, person } from '../../db/schema/index.ts';
import { type OpenDatabase, openDatabase } from '../../src/runtime/node/database.ts';

const act: Act = { turn: 'one', by: null, command: 'test', at: 1, saidAt: 1 };

let open: OpenDatabase;
beforeEach(() => {
	open = openDatabase(':memory:');
});
afterEach(() => void open.file.close());

function floating(fixed: boolean | null) {
	const { db } = open;
	const branch = addBranch(db, act, { name: `支部${fixed}`, kind: 'branch', parentId: null });
	const { id } = add(db, act, person, { name: '张三', createdAt: 1 });
	return add(db, act, float, {
		personId: id,
		branchId: branch.id,
		direction: 'out',
		place: '地.外.外',
		fixed,
		since: '2026-11-21',
		consentAt: 1,
		registeredBy: id,
		registeredAt: 1,
		state: 'open',
	});
}

const fixedOf = (id: number) => open.db.select().from(float).where(eq(float.id, id)).get()?.fixed;

test('yes, no and not asked stay three things, whichever is written first', () => {
	for (const fixed of [null, true, false, null]) {
		const { id } = floating(fixed);
		expect(fixedOf(id)).toBe(fixed);
		open.file.exec('delete from float; delete from person; delete from branch');
	}
});

test('a change of several sets of fields writes each of them, and only what differs is noted', () => {
	const { id } = floating(true);
	expect(change(open.db, act, float, { id }, { fixed: null, place: '上.海.海' })).toBe(true);
	expect(change(open.db, act, float, { id }, { fixed: false, place: '上.海.海' })).toBe(true);
	expect(change(open.db, act, float, { id }, { fixed: false })).toBe(false);
	expect(fixedOf(id)).toBe(false);
	const noted = open.db.select().from(ledger).where(eq(ledger.subjectTable, 'float')).all();
	expect(noted.map(({ fields }) => JSON.parse(fields)).slice(1)).toEqual([['fixed', 'place'], ['fixed']]);
	remove(open.db, act, float, { id });
	expect(fixedOf(id)).toBeUndefined();
});
