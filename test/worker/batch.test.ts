import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { command } from '../../src/bot/command.ts';
import type { Repertoire } from '../../src/bot/repertoire.ts';
import { everything, withBroken } from '../durability/broken.ts';
import { openTown, type Town } from '../town/town.ts';

let full = false;

/** Has written before the disk is full, as the runtime reports it; a real disk cannot be filled from inside. */
const filling = command({
	name: 'filling',
	words: ['写满'],
	who: 'anyone',
	writes: false,
	purpose: 'help.purpose',
	examples: ['写满'],
	args: {},
	run(turn) {
		turn.whisper('写进去了');
		if (full) throw new Error('database or disk is full: SQLITE_FULL');
	},
});

const repertoire: Repertoire = {
	...withBroken,
	commands: new Map([...withBroken.commands, [filling.name, filling]]),
	vocabulary: [...withBroken.vocabulary, { word: '写满', command: filling.name }],
};

let town: Town;
beforeEach(async () => {
	town = await openTown({ overrides: { repertoire } });
});
afterEach(() => town.close());

const all = () => town.look(() => everything(town));

test('what the database cannot keep is undone as a whole, answered 503, and taken when it comes again', async () => {
	const 张三 = town.person('张三');
	await 张三.says('你好');
	const before = await all();
	full = true;
	await expect(张三.says('写满')).rejects.toThrow('503');
	expect(await all()).toEqual(before);
	full = false;
	expect(await 张三.says('写满')).toContain('写进去了');
});

test('a mistake of our own undoes its Turn alone and is answered with a reference', async () => {
	const 张三 = town.person('张三');
	const heard = await 张三.says('坏掉');
	expect(heard).not.toContain('不该有人看到');
	expect(heard).toMatch(/[0-9a-f]{8}/);
	const kept = await all();
	expect(kept.question).toEqual([]);
	expect(kept.poison).toHaveLength(1);
});

test('a statement of ours that is wrong is no trouble of the database', async () => {
	const { store, db } = town.running.bot;
	const wrong = () => town.look(() => store.commit(() => db.run(sql`insert into app (id) values (1)`)));
	await expect(wrong()).rejects.toThrow();
	await expect(wrong()).rejects.not.toHaveProperty('name', 'BatchVoid');
});
