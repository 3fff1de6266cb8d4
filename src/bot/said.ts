import type { Span } from '../reading/span.ts';
import type { Mention } from './vocabulary/index.ts';

/** Finds a mention's place-holder in a text: `@_user_1` is not the beginning of `@_user_10`. */
export function placeHolder(key: string): RegExp {
	return new RegExp(`${key.replace(/[^\w@]/g, '\\$&')}(?!\\d)`, 'g');
}

/** What is left of what somebody said, while arguments are read from it one after another. */
export class Said {
	#text: string;
	/** Those mentioned in it; the bot itself is not among them. */
	readonly mentions: readonly Mention[];

	constructor(text: string, mentions: readonly Mention[] = []) {
		this.#text = text.trim();
		this.mentions = mentions;
	}

	/** A text as its speaker meant it: names where mentions stand as place-holders, and no call to everybody. */
	named(text: string): string {
		return this.mentions.reduce(
			(rest, { key, name }) => rest.replaceAll(placeHolder(key), () => `@${name}`),
			text,
		);
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

	/** Takes away every match; of a pattern without the flag `g`. */
	takeEvery(pattern: RegExp): void {
		while (this.take(pattern));
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
