import {
	type Cell,
	type Cells,
	cellKind,
	cellsOf,
	type Dropped,
	isTitle,
	type Standing,
	standing,
	withoutNumbering,
} from './cells.ts';
import type { RosterDoubt } from './name.ts';

export interface RosterEntry {
	/** Counted from 1. */
	readonly line: number;
	/** Empty when only an account was mentioned: its own name counts. */
	readonly name: string;
	/** The place-holder of the account, such as `@_user_1`. */
	readonly mention?: string;
	readonly standing?: Standing;
	/** A duty that stood beside the name; noted for the preview, it gives no rights. */
	readonly duty?: string;
	readonly doubt?: RosterDoubt;
	/** The line as written, numbers of telephones and identity cards taken out. */
	readonly text: string;
}

export interface RosterRead {
	readonly entries: readonly RosterEntry[];
	/** Lines that name nobody; numbers taken out likewise. */
	readonly unread: readonly { readonly line: number; readonly text: string }[];
	readonly dropped: Dropped;
}

type NameCell = Extract<Cell, { kind: 'name' }>;
type Found = Omit<RosterEntry, 'line' | 'text'>;

/** A heading stands before a colon and is short; looked for nowhere else, since a line may be twenty thousand signs long. */
const HEADING_ENDS_BY = 24;
const GROUP = /^(?<words>[^\d\s]{2,8}?)(?:名单)?\s?(?:[(（]?\s?\d{1,4}\s?[人名][)）]?)?$/u;

/** 预备党员（2人）：张三: the words of the heading, and what stands behind it. */
function headingOf(line: string): { readonly words: string; readonly rest: string } | undefined {
	const colon = line.slice(0, HEADING_ENDS_BY).search(/[:：]/u);
	const words = colon < 0 ? undefined : GROUP.exec(line.slice(0, colon).trim())?.groups?.words;
	return words === undefined ? undefined : { words, rest: line.slice(colon + 1).trim() };
}

/** One person of a row, or several in a line of names; what stands behind a name belongs to it. */
function peopleOf(kinds: readonly Cell[], nameColumn: number | undefined): Found[] {
	const titled = nameColumn === undefined ? undefined : kinds[nameColumn];
	const row = titled?.kind === 'name' || kinds.some(({ kind }) => kind === 'column' || kind === 'title');
	const names = kinds.filter((cell): cell is NameCell => cell.kind === 'name');
	const sure = names.filter((name) => !name.doubt);
	const one = titled?.kind === 'name' ? titled : (sure[0] ?? names[0]);
	const kept = new Set(row ? [one] : sure.length > 0 ? names.filter((n) => n.doubt !== 'long') : names);
	const found: { -readonly [K in keyof Found]: Found[K] }[] = [];
	let ahead: { standing?: Standing; duty?: string } = {};
	for (const cell of kinds) {
		const last = found.at(-1);
		if (cell.kind === 'name' && kept.has(cell)) {
			const { kind: _, ...person } = cell;
			const alone = last && last.name === '' && !mentionsLater(kinds, cell);
			if (last && alone) Object.assign(last, person, ahead);
			else found.push({ ...ahead, ...person });
			ahead = {};
		} else if (cell.kind === 'mention') {
			if (last && last.mention === undefined && row) last.mention = cell.key;
			else found.push({ name: '', mention: cell.key, ...ahead });
		} else if (cell.kind === 'standing' || cell.kind === 'duty') {
			const more = cell.kind === 'standing' ? { standing: cell.standing } : { duty: cell.duty };
			if (last) Object.assign(last, more);
			else ahead = { ...ahead, ...more };
		}
	}
	return found;
}

/** In 「@甲 张三 @乙 李四」 each name belongs to the account before it; in 「@甲 @乙 张三」 to none. */
function mentionsLater(kinds: readonly Cell[], name: Cell): boolean {
	const at = kinds.indexOf(name);
	return kinds[at - 1]?.kind !== 'mention' || kinds[at - 2]?.kind === 'mention';
}

function shown(line: string): string {
	return cellsOf(line).cells.join(' ');
}

/**
 * Reads a pasted list of people: numbered, in columns, or several names on a line. Telephone and identity
 * numbers, sex, birthdays and the like are dropped and only counted. Never throws.
 */
export function readRoster(paste: string): RosterRead {
	const entries: RosterEntry[] = [];
	const unread: { line: number; text: string }[] = [];
	const dropped = { phones: 0, idNumbers: 0, others: 0 };
	const seen = new Set<string>();
	let nameColumn: number | undefined;
	let group: Standing | undefined;
	for (const [index, whole] of paste.split(/\r\n|\r|\n/).entries()) {
		const line = index + 1;
		if (whole.trim() === '') continue;
		const heading = headingOf(withoutNumbering(whole));
		const named = heading && standing(heading.words);
		if (named) group = named;
		const written = named ? (heading?.rest ?? '') : whole;
		if (named && written.trim() === '') continue;
		const { cells, phones, idNumbers }: Cells = cellsOf(written);
		dropped.phones += phones;
		dropped.idNumbers += idNumbers;
		if (cells.filter(isTitle).length >= 2 || cells.every(isTitle)) {
			const titles = cells.filter((cell) => !/^(?:序号|编号|no\.?)$/iu.test(cell));
			const at = titles.findIndex((cell) => /^(?:姓名|名字|name)$/iu.test(cell));
			nameColumn = at < 0 ? undefined : at;
			continue;
		}
		const kinds = cells.map(cellKind);
		const row: Cell[] = phones + idNumbers > 0 ? [...kinds, { kind: 'column' }] : kinds;
		const people = peopleOf(row, nameColumn);
		if (people.length === 0) {
			if (cells.length > 0) unread.push({ line, text: named ? shown(whole) : cells.join(' ') });
			continue;
		}
		const names = people.filter(({ name }) => name !== '').length;
		dropped.others +=
			kinds.filter(({ kind }) => ['column', 'title', 'other', 'name'].includes(kind)).length - names;
		const text = named ? shown(whole) : cells.join(' ');
		for (const person of people) {
			const key = person.name || (person.mention ?? '');
			const doubt = seen.has(key) ? 'duplicate' : person.doubt;
			seen.add(key);
			const belongs = person.standing ?? group;
			entries.push({
				line,
				...person,
				...(belongs && { standing: belongs }),
				text,
				...(doubt && { doubt }),
			});
		}
	}
	return { entries, unread, dropped };
}
