import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { PLAIN } from '../data-keys.ts';
import { sealedIn } from '../schema/sealed.ts';
import { placeOf } from '../sealed.ts';
import { keyOf, SealBroken, type Vault } from '../vault.ts';

/** A row, or its key, by our column names. */
type Row = Readonly<Record<string, unknown>>;

/** Seals anew what is not under the first key, and keeps count. */
export class Keeping {
	readonly #vault: Vault;
	/** The keys that are to be replaced. */
	readonly others: readonly string[];
	/** What has not the form of a sealed value may be of before its column was sealed. */
	readonly plain: boolean;
	readonly first: string;
	readonly broken: string[] = [];
	moved = 0;

	constructor(vault: Vault, others: readonly string[]) {
		this.#vault = vault;
		this.others = others.filter((id) => id !== PLAIN);
		this.plain = others.includes(PLAIN);
		this.first = vault.keys[0];
	}

	/** The sealed values of a row that have to be other ones; undefined when none has. */
	patch(table: SQLiteTable, key: Row, values: Row): Row | undefined {
		const changed = sealedIn(table).flatMap((name) => {
			const value = values[name];
			if (typeof value !== 'string' || value === '') return [];
			const anew = this.#anew(table, name, key, value);
			return anew === undefined ? [] : [[name, anew] as const];
		});
		this.moved += changed.length;
		return changed.length > 0 ? Object.fromEntries(changed) : undefined;
	}

	#anew(table: SQLiteTable, name: string, key: Row, value: string): string | undefined {
		const id = keyOf(value);
		if (id === this.first) return undefined;
		const place = placeOf(table, name, key);
		if (id === undefined || !this.#vault.keys.includes(id)) {
			if (this.plain) return this.#vault.sealKept(value, place);
			this.broken.push(id ?? PLAIN);
			return undefined;
		}
		try {
			return this.#vault.reseal(value, place);
		} catch (error) {
			if (!(error instanceof SealBroken)) throw error;
			this.broken.push(id);
			return undefined;
		}
	}
}
