import { readdirSync } from 'node:fs';
import { getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { declaredOf, ledgeredTables } from '../../db/schema/ledgered.ts';
import { timetable } from '../../src/reminders/index.ts';

const COMMANDS = new URL('../../commands/', import.meta.url);
const REMINDERS = new URL('../../src/reminders/', import.meta.url);

/** Whatever a module declares with a kind of its own: commands, buttons, views … */
function declared(module: Record<string, unknown>): { kind: string; value: object }[] {
	return Object.values(module)
		.flatMap((value) => (Array.isArray(value) ? value : [value]))
		.filter(
			(value): value is { kind: string } => typeof value === 'object' && value !== null && 'kind' in value,
		)
		.map((value) => ({ kind: value.kind, value }));
}

async function modulesBelow(folder: URL): Promise<[file: string, module: Record<string, unknown>][]> {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.ts'),
	);
	return Promise.all(
		files.map(
			async (file): Promise<[string, Record<string, unknown>]> => [
				file,
				await import(new URL(file, folder).href),
			],
		),
	);
}

test('each folder of commands/ is one job, and each job is part of the repertoire', async () => {
	const folders = readdirSync(COMMANDS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	for (const { name } of folders) {
		const module: Record<string, unknown> = await import(new URL(`${name}/index.ts`, COMMANDS).href);
		const jobs = Object.values(module).filter((value) => zhibu.jobs.some((job) => job === value));
		expect(jobs, name).not.toEqual([]);
		expect(jobs.length, `${name}/index.ts exports jobs only`).toBe(Object.keys(module).length);
	}
});

test('whatever is declared in commands/ belongs to a job', async () => {
	const known = new Set<unknown>(zhibu.jobs.flatMap((job) => Object.values(job).flat()));
	for (const [file, module] of await modulesBelow(COMMANDS))
		for (const { kind, value } of declared(module))
			expect(known.has(value), `a ${kind} of ${file}`).toBe(true);
});

test('each reminder stands in the timetable', async () => {
	const known = new Set<unknown>(timetable.reminders);
	for (const [file, module] of await modulesBelow(REMINDERS)) {
		if (file === 'index.ts') continue;
		const reminders = Object.values(module).filter(
			(value) => typeof value === 'object' && value !== null && 'candidates' in value,
		);
		for (const reminder of reminders) expect(known.has(reminder), file).toBe(true);
	}
});

test('each reminder is about a table whose changes the timetable looks at, or about branches', () => {
	const watched = ledgeredTables()
		.filter((table) => declaredOf(table).watched)
		.map(getTableName);
	for (const { name, about } of timetable.reminders) expect([...watched, 'branch'], name).toContain(about);
});
