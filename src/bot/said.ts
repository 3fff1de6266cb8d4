import type { Span } from '../reading/span.ts';
import type { Mention } from './vocabulary/index.ts';

/** How the platform marks a mention in a text; `@_user_1` is not the beginning of `@_user_10`. */
export const PLACE_HOLDERS = /@_user_\d+/g;

/** The text with something else in place of these mentions; what `instead` does not know stays. */
export function replaceMentions(text: string, instead: ReadonlyMap<string, string>): string {
	return text.replace(PLACE_HOLDERS, (key) => instead.get(key) ?? key);
}

/** What is left of what somebody said, while arguments are read from it one after another. */
export class Said {
	#text: string;
	/** By place-holder; a pasted list asks for thousands of lines. */
	#names: ReadonlyMap<string, string> | undefined;
	/** Those mentioned in it; the bot itself is not among them. */
	readonly mentions: readonly Mention[];

	constructor(text: string, mentions: readonly Mention[] = []) {
		this.#text = text.trim();
		this.mentions = mentions;
	}

	/** A text as its speaker meant it: names where mentions stand as place-holders, and no call to everybody. */
	named(text: string): string {
		this.#names ??= new Map(this.mentions.map(({ key, name }) => [key, `@${name}`]));
		return replaceMentions(text, this.#names);
	}

	/** Takes away the first of those mentioned who has an account and still stands in the text. */
	takeMention(): (Mention & { readonly openId: string }) | undefined {
		const places = new Map<string, number>();
		for (const { index, 0: key } of this.#text.matchAll(PLACE_HOLDERS))
			if (!places.has(key)) places.set(key, index);
		for (const { key, openId, name } of this.mentions) {
			const from = places.get(key);
			if (openId === undefined || from === undefined) continue;
			this.takeSpan(from, from + key.length);
			return { key, openId, name };
		}
		return undefined;
	}

	get text(): string {
		return this.#text;
	}

	/** Takes away the first match and answers it. */
	take(pattern: RegExp): RegExpExecArray | undefined {
		const match = pattern.exec(this.#text);
		if (!match) return undefined;
		this.takeSpan(match.index, match.index + match[0].length);
		return match;
	}

	/** Takes away what a reader finds, and answers it. */
	takeRead<T extends Span>(read: (text: string) => T | undefined): T | undefined {
		const found = read(this.#text);
		if (found) this.takeSpan(found.from, found.to);
		return found;
	}

	/** Takes away every one of these stretches, which are in their order and apart. */
	takeSpans(spans: readonly Span[]): void {
		const left: string[] = [];
		let at = 0;
		for (const { from, to } of [...spans, { from: this.#text.length, to: this.#text.length }]) {
			left.push(this.#text.slice(at, from).trim());
			at = to;
		}
		this.#text = left.filter((words) => words !== '').join(' ');
	}

	/** Takes away the characters from `from` up to, not including, `to`. */
	takeSpan(from: number, to: number): string {
		const taken = this.#text.slice(from, to);
		this.#text = `${this.#text.slice(0, from).trimEnd()} ${this.#text.slice(to).trimStart()}`.trim();
		return taken;
	}

	/** Takes all that is left. */
	takeRest(): string | undefined {
		const rest = this.#text;
		this.#text = '';
		return rest === '' ? undefined : rest;
	}
}
