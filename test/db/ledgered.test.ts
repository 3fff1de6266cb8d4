import { globSync, readFileSync } from 'node:fs';
import { getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest';
import { addBranch } from '../../db/branches.ts';
import { type Act, add, change, touch } from '../../db/ledger.ts';
import { linkAccount } from '../../db/linking.ts';
import { personById } from '../../db/people.ts';
import * as schema from '../../db/schema/index.ts';
import { declaredOf, ledgeredTables } from '../../db/schema/ledgered.ts';
import { type Sealed, sealedIn } from '../../db/schema/sealed.ts';
import { restore, shownBy } from '../../db/undo.ts';
import { type OpenDatabase, openDatabase } from '../../src/runtime/node/database.ts';

const act: Act = { turn: 'one', by: null, command: 'test', at: 1, saidAt: 1 };

let open: OpenDatabase;
beforeEach(() => {
	open = openDatabase(':memory:');
});
afterEach(() => void open.file.close());

/** What the code calls each ledgered table. */
const names = new Map(
	Object.entries(schema).flatMap(([name, table]) =>
		ledgeredTables().some((each) => each === table) ? [[name, getTableName(table)] as const] : [],
	),
);

test('a ledgered table is written through the ledger and nowhere else', () => {
	expect(names.size).toBe(ledgeredTables().length);
	const writes = new RegExp(
		`\\.(?:insert|update|delete)\\(\\s*(?:schema\\.)?(${[...names.keys()].join('|')})\\s*\\)`,
		'g',
	);
	const raw = new RegExp(
		`\\b(?:insert into|update|delete from)\\s+(?:"?(${[...names.values()].join('|')})\\b|\\$\\{(${[...names.keys()].join('|')})\\})`,
		'gi',
	);
	const past = globSync(['db/**/*.ts', 'src/**/*.ts', 'commands/**/*.ts']).flatMap((file) => {
		const code = readFileSync(file, 'utf8');
		return [...code.matchAll(writes), ...code.matchAll(raw)].map(([found]) => `${file}: ${found}`);
	});
	expect(past).toEqual([]);
});

test('to write one past the ledger, or a plain text where it is sealed, does not compile', () => {
	const { db } = open;
	expectTypeOf(db.insert(schema.person)).toBeUnknown();
	expectTypeOf(db.update(schema.attendance)).toBeUnknown();
	expectTypeOf(db.delete(schema.ticketWord)).toBeUnknown();
	expectTypeOf(db.insert(schema.reminder)).not.toBeUnknown();
	expectTypeOf<string>().not.toExtend<Sealed>();
	expectTypeOf<typeof schema.float.$inferSelect.contact>().toEqualTypeOf<Sealed | null>();
});

test('whatever names people is ledgered, or says itself that it holds none of their data', () => {
	// Reminders are decided by the bot, questions are forgotten within the hour: both go with their person. Seeds and wrong
	// codes are open_ids that the operator wrote or a lock holds, and no roster knows of.
	const others = [
		'reminder',
		'question',
		'draft',
		'card',
		'chat',
		'chatMember',
		'inbox',
		'poison',
		'outbox',
		'attempt',
		'operatorNews',
		'monthCalls',
		'adminSeed',
		'wrongOfficerCode',
	];
	// What was not delivered names accounts, as the outbox does; news and calls of the operator are nobody's.
	const operators = ['operatorNews', 'monthCalls'];
	const machinery = [
		...others,
		...operators,
		'undelivered',
		'app',
		'dataKey',
		'reminderLook',
		'ledger',
		'ledgerImage',
	];
	const tables = Object.keys(schema).filter((name) => !names.has(name));
	expect(tables.filter((name) => !machinery.includes(name))).toEqual([]);
});

test('what lies sealed is private in the ledger, under the day it may stay', () => {
	const sealed = ledgeredTables().flatMap((table) =>
		sealedIn(table).map((name) => `${getTableName(table)}.${name}`),
	);
	expect(sealed).toEqual(
		expect.arrayContaining([
			'attendance.reason',
			'float.contact',
			'float.home',
			'float.place',
			'ticket.story',
			'ticket_word.text',
			'transfer.fromName',
			'transfer.reason',
			'transfer.toName',
		]),
	);
	const { db } = open;
	for (const table of ledgeredTables()) expect(() => declaredOf(table)).not.toThrow();
	const branch = addBranch(db, act, { name: '甲支部', kind: 'branch', parentId: null });
	const who = add(db, act, schema.person, { name: '张三', createdAt: 1 });
	const values = {
		personId: who.id,
		branchId: branch.id,
		direction: 'out' as const,
		place: '深.圳.圳' as const,
		since: '2026-01-01',
	};
	const away = { ...values, consentAt: 1, registeredBy: who.id, registeredAt: 1, state: 'open' as const };
	const { id } = add(db, act, schema.float, away);
	change(db, { ...act, turn: 'two' }, schema.float, { id }, { contact: 'key.nonce.sealed' });
	change(db, { ...act, turn: 'three' }, schema.float, { id }, { contactedOn: '2026-02-01' });
	const images = db.select().from(schema.ledgerImage).all();
	expect(images.map(({ forgetAt }) => forgetAt !== null)).toEqual([false, false, true, true, false]);
	expect(images.map(({ subjectPersonId }) => subjectPersonId)).toEqual([
		null,
		who.id,
		who.id,
		who.id,
		who.id,
	]);
});

test('technical fields are nobody’s change, and only they', () => {
	const { db } = open;
	const { id } = add(db, act, schema.person, { name: '张三', createdAt: 1 });
	const before = db.select().from(schema.ledger).all().length;
	touch(db, schema.person, { id }, { greetedAt: 5 });
	expect(personById(db, id)?.greetedAt).toBe(5);
	expect(db.select().from(schema.ledger).all().length).toBe(before);
	expect(() => touch(db, schema.person, { id }, { name: '李四' })).toThrow('through the ledger');
	expect(restore(db, { ...act, turn: 'two' }, 'one')).toBe(true);
	expect(personById(db, id)).toBeUndefined();
});

test('all that names an account goes to the roster entry it turns out to be, whatever the table', () => {
	const { db } = open;
	const branch = addBranch(db, act, { name: '甲支部', kind: 'branch', parentId: null });
	const account = add(db, act, schema.person, { openId: 'ou_1', name: '张三', createdAt: 1 });
	const entry = add(db, act, schema.person, { name: '张三', createdAt: 1 });
	const on = { startedBy: account.id, startedAt: 1, stage: 'started' as const, stageOn: '2026-01-01' };
	const sides = { fromBranchId: branch.id, fromName: '' as const, toName: '' as const };
	const { id } = add(db, act, schema.transfer, { personId: account.id, ...sides, ...on });
	add(db, act, schema.reminderChoice, { personId: account.id, pausedUntil: 9 });
	linkAccount(db, { ...act, turn: 'link' }, account, entry);
	const moved = db.select().from(schema.transfer).all();
	expect(moved).toMatchObject([{ id, personId: entry.id, startedBy: account.id }]);
	expect(db.select().from(schema.reminderChoice).all()).toMatchObject([
		{ personId: entry.id, pausedUntil: 9 },
	]);
	expect(shownBy(db, 'link')).toEqual([`transfer:${id}`]);
});
