import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { zhibu } from '../../commands/index.ts';
import { command } from '../../src/bot/command.ts';
import type { Repertoire } from '../../src/bot/repertoire.ts';
import type { Town } from '../town/town.ts';

/** A command with a mistake in it: it has written and spoken before it fails. */
const broken = command({
	name: 'broken',
	words: ['坏掉'],
	who: 'anyone',
	writes: false,
	purpose: 'help.purpose',
	examples: ['坏掉'],
	args: { rest: { schema: z.string().optional(), read: (said) => said.takeRest() } },
	run(turn, { rest }) {
		turn.ask('help', {}, null);
		turn.whisper('这句话不该有人看到');
		throw new Error(`could not digest\n${rest}`);
	},
});

/** All commands and a broken one. */
export const withBroken: Repertoire = {
	...zhibu,
	commands: new Map([...zhibu.commands, [broken.name, broken]]),
	vocabulary: [...zhibu.vocabulary, { word: '坏掉', command: broken.name }],
};

/** How many pages the database file has. */
export function pages({ running }: Town): number {
	const [row] = running.bot.db.all<{ page_count: number }>(sql.raw('pragma page_count'));
	return row?.page_count ?? 0;
}

/** The disk is full beyond so many pages; as many as ever when absent. */
export function capPages({ running }: Town, most = 1_073_741_823): void {
	running.bot.db.all(sql.raw(`pragma max_page_count = ${most}`));
}

/** All rows of all tables but the runtime's own, without how far the bot's clock has come: it goes on with every minute of the wall. */
export function everything({ running }: Town): Record<string, unknown[]> {
	const { db } = running.bot;
	const tables = db.all<{ name: string }>(
		sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'`,
	);
	const rows = (name: string) => db.all<Record<string, unknown>>(sql.raw(`select * from "${name}"`));
	return Object.fromEntries(
		tables.map(({ name }) => [name, rows(name).map(({ clock_floor: _, ...row }) => row)]),
	);
}
