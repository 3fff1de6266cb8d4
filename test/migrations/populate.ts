import type { Fresh, Row } from './fresh.ts';

interface Column {
	readonly name: string;
	readonly type: string;
	/** The table whose id stands here. */
	readonly refers: string | undefined;
}

/** Rows of each table; the second ones refer to the first of their own table, and all others to their like. */
const ROWS = 3;

/** The tables that hold what is remembered, not SQLite's, the platform's or the migrator's own. */
export function tablesOf({ all }: Fresh): string[] {
	return all("select name from sqlite_master where type = 'table' order by name")
		.map(({ name }) => String(name))
		.filter((name) => !/^(sqlite_|_cf_|__drizzle)/.test(name));
}

/** Everything in these tables. */
export function contents({ all }: Fresh, tables: readonly string[]): Record<string, Row[]> {
	return Object.fromEntries(tables.map((table) => [table, all(`select * from "${table}" order by rowid`)]));
}

/** Fills every table, with every foreign key in use; values are all different. */
export function populate(fresh: Fresh): void {
	const waiting = new Map(tablesOf(fresh).map((table) => [table, columnsOf(fresh, table)]));
	while (waiting.size > 0) {
		const ready = [...waiting].filter(([table, columns]) =>
			columns.every(({ refers }) => refers === undefined || refers === table || !waiting.has(refers)),
		);
		if (ready.length === 0) throw new Error('tables refer to each other in a circle');
		for (const [table, columns] of ready) {
			for (let row = 1; row <= ROWS; row++) insert(fresh, table, columns, row);
			waiting.delete(table);
		}
	}
}

function columnsOf({ all }: Fresh, table: string): Column[] {
	const keys = new Map(
		all('select * from pragma_foreign_key_list(?)', table).map(({ from, table: to }) => [from, String(to)]),
	);
	return all('select * from pragma_table_info(?)', table).map(({ name, type }) => ({
		name: String(name),
		type: String(type).toLowerCase(),
		refers: keys.get(name),
	}));
}

function insert({ all }: Fresh, table: string, columns: readonly Column[], row: number): void {
	const values = columns.map(({ name, type, refers }) => {
		if (refers === table) return row === 1 ? null : row - 1;
		if (refers !== undefined || name === 'id') return type === 'text' ? String(row) : row;
		return type === 'integer' ? row : `${table} ${name} ${row}`;
	});
	const names = columns.map(({ name }) => `"${name}"`).join(', ');
	all(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`, ...values);
}
