import type { Key, Values } from '../locales/index.ts';
import type { Button } from './vocabulary/index.ts';

/**
 * Something can't be done as asked: the key is the stable code, its sentence says what, why and what to do. Nothing
 * that was written before it in the same command stays.
 */
export class Refusal extends Error {
	override name = 'Refusal';
	readonly key: Key;
	readonly values: Values;
	/** Ways out, to tap. */
	readonly buttons: readonly Button[];

	constructor(key: Key, values: Values = {}, buttons: readonly Button[] = []) {
		super(key);
		this.key = key;
		this.values = values;
		this.buttons = buttons;
	}
}

/** An argument is missing: it is asked for, and the next words are it. */
export class Missing extends Error {
	override name = 'Missing';
	readonly arg: string;
	readonly question: Key;

	constructor(arg: string, question: Key) {
		super(question);
		this.arg = arg;
		this.question = question;
	}
}
