import type { Db } from '../../db/database.ts';
import type { Vault } from '../../db/vault.ts';
import type { Words } from '../locales/index.ts';
import type { Card } from './vocabulary/index.ts';

/** What a view needs to draw. */
export interface Scene {
	readonly db: Db;
	/** For what only the one reader of a card may see. */
	readonly vault: Vault;
	readonly t: Words;
	readonly now: number;
	readonly zone: string;
}

/** A card drawn from the database at the moment of sending; undefined when its subject is gone. */
export interface View {
	readonly name: string;
	draw(scene: Scene, subject: string): Card | undefined;
}

/** Asked again before something waits no longer: is it still worth saying? */
export interface Condition {
	readonly name: string;
	holds(scene: Scene, subject: string): boolean;
	/** Told once, inside the transaction that ends it: it arrived, or (with a named cause) it never will. */
	ended?(scene: Scene, subject: string, cause: string | null): void;
}
