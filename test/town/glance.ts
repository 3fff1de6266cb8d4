import { z } from 'zod';
import { branch, person } from '../../db/schema/index.ts';
import { ledgeredTables } from '../../db/schema/ledgered.ts';
import { sealedIn } from '../../db/schema/sealed.ts';
import { placeOf } from '../../db/sealed.ts';
import type { Bot } from '../../src/bot/repertoire.ts';
import { buttonsOf } from './plain.ts';

const shown = z.object({ config: z.object({ summary: z.object({ content: z.string() }) }) });
const answer = z.union([
	z.object({ c: z.enum(['come', 'leave']), a: z.object({ meeting: z.string() }) }),
	z.object({ c: z.literal('undo') }),
]);

/** The line a locked phone shows of a card. */
export function glanceOf(content: string): string {
	return shown.parse(JSON.parse(content)).config.summary.content;
}

/** Whatever no locked phone may show: who people are, and everything that lies sealed in the database. */
export function privateWords({ db, vault }: Pick<Bot, 'db' | 'vault'>): Set<string> {
	const words = db
		.select()
		.from(person)
		.all()
		.flatMap(({ name, accountName }) => [name ?? '', accountName ?? '']);
	const [ours] = vault.seal('', { table: '', column: '', row: '' }).split('.');
	for (const table of ledgeredTables()) {
		const columns = sealedIn(table);
		if (columns.length === 0) continue;
		for (const row of db.select().from(table).all())
			for (const column of columns) {
				const value = row[column];
				// What a test put there by hand opens for nobody.
				if (value?.startsWith(`${ours}.`)) words.push(vault.open(value, placeOf(table, column, row)));
			}
	}
	// What a branch of the tree is called is no secret, also where it stands as the side of a transfer.
	const branches = new Set(
		db
			.select({ name: branch.name })
			.from(branch)
			.all()
			.map(({ name }) => name),
	);
	return new Set(words.filter((word) => word.length > 1 && !branches.has(word)));
}

/** What is wrong with a glance at a card; undefined when it says what is wanted and nothing that is private. */
export function wrongAtAGlance(content: string, words: Iterable<string>): string | undefined {
	const glance = glanceOf(content);
	const told = [...words].find((word) => glance.includes(word));
	if (told !== undefined) return `a locked phone shows «${told}» in «${glance}»`;
	// Whoever has answered is shown the other answers, and the way back.
	const said = buttonsOf({ content }).flatMap(({ value }) => answer.safeParse(value).data?.c ?? []);
	const wants = said.includes('come') && said.includes('leave') && !said.includes('undo');
	if (wants && !/请答复|please answer|[?？]$/.test(glance))
		return `a locked phone asks for no answer in «${glance}»`;
	return undefined;
}
