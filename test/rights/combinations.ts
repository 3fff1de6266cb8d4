/** Arguments as a button carries them. */
export type Strings = Readonly<Record<string, string>>;

/** What an argument may be filled with; undefined: it is left out. */
export type Choices = ReadonlyMap<string, readonly (string | undefined)[]>;

interface Cell {
	readonly name: string;
	readonly value: string | undefined;
}

type Pair = readonly [Cell, Cell];

/**
 * Few ways to fill the arguments in which any two values of any two arguments meet at least once, and those with one
 * optional argument alone; and `more`. The same every time, none of them twice.
 */
export function combinations(choices: Choices, more: readonly Strings[] = []): Strings[] {
	const all = [...pairwise(choices), ...alone(choices), ...more];
	return [...new Map(all.map((args) => [JSON.stringify(Object.entries(args).sort()), args])).values()];
}

/** One way to fill them all, by chance. */
export function drawn(choices: Choices, draw: () => number): Strings {
	return argsOf(
		[...choices].map(([name, values]) => ({ name, value: values[Math.floor(draw() * values.length)] })),
	);
}

/** What can't be left out, with each of the others by itself: `meeting` alone shows, `when` alone plans. */
function alone(choices: Choices): Strings[] {
	const bare = [...choices].flatMap(([name, [first, ...more]]) =>
		first === undefined || more.includes(undefined) ? [] : [{ name, value: first }],
	);
	const singles = [...choices].flatMap(([name, values]) => values.map((value) => ({ name, value })));
	return [argsOf(bare), ...singles.map((one) => argsOf([...bare, one]))];
}

function pairwise(choices: Choices): Strings[] {
	const open = new Map(pairsOf(choices).map((pair) => [keyOf(pair), pair]));
	const rows: Strings[] = [];
	for (let [next] = open.values(); next !== undefined; [next] = open.values()) {
		const row: Cell[] = [...next];
		for (const [name, values] of choices) {
			if (row.some((cell) => cell.name === name)) continue;
			const best = values.map((value) => ({ name, value }));
			const worth = (cell: Cell) => row.filter((other) => open.has(keyOf([other, cell]))).length;
			const [most] = best.toSorted((a, b) => worth(b) - worth(a));
			if (most) row.push(most);
		}
		for (const one of row) for (const other of row) open.delete(keyOf([one, other]));
		rows.push(argsOf(row));
	}
	return rows;
}

function pairsOf(choices: Choices): Pair[] {
	const cells = [...choices].map(([name, values]) => values.map((value) => ({ name, value })));
	return cells.flatMap((these, at) =>
		cells.slice(at + 1).flatMap((those) => these.flatMap((a) => those.map((b): Pair => [a, b]))),
	);
}

function keyOf(pair: Pair): string {
	return JSON.stringify(pair.map(({ name, value }) => [name, value ?? null]).sort());
}

function argsOf(cells: readonly Cell[]): Strings {
	return Object.fromEntries(cells.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}
