import { readFileSync } from 'node:fs';

/** A sentence and its right reading: see the fields in docs/decisions/0016-hearing.md. */
export interface Case {
	readonly id: string;
	readonly who: 'outsider' | 'member' | 'secretary' | 'officer';
	readonly where: 'private' | 'group';
	/** Without the mention of the bot; `@姓名` is a mention. */
	readonly text: string;
	/** Nothing is to be done when null. */
	readonly command: string | null;
	/** What may be offered, or would do as well. */
	readonly also: readonly string[];
	readonly args: Readonly<Record<string, unknown>>;
	readonly kind: 'act' | 'ask' | 'never' | 'chat';
}

export const CASES: readonly Case[] = readFileSync(new URL('sentences.jsonl', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '')
	.map((line) => JSON.parse(line));

/** What was made of a case, by whoever hears it. */
export interface Outcome {
	/** The wishes in their order: the one acted on first, or those offered. */
	readonly wishes: readonly string[];
	/** What is done about it. */
	readonly how: 'deed' | 'answer' | 'preview' | 'offer' | 'silent';
	/** Arguments that were to be read and were not. */
	readonly unread: readonly string[];
}

/** Whoever is scored: the reading alone, or the whole bot. */
export type Hearer = (one: Case) => Outcome;
