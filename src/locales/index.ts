import { en } from './en/index.ts';
import type { Filled, Key, Plural } from './typed.ts';
import { zhCN } from './zh-CN/index.ts';

export type { Key, KeyFor, PlainKey, ValuesOf } from './typed.ts';

export type Locale = 'zh-CN' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

export type Values = Readonly<Record<string, string | number>>;

/** A sentence with what is filled in, to be said later. */
export interface Sentence {
	readonly key: Key;
	readonly values: Values;
}

/** A sentence to be said later; its values are checked here. */
export function sentence<K extends Key>(key: K, ...[values]: Filled<K> | []): Sentence {
	return { key, values: values ?? {} };
}

/** Says a sentence in one language; values are put in as they are, escaping is the card's business. */
export interface Words {
	<K extends Key>(key: K, ...values: Filled<K>): string;
	/** Says what was put together elsewhere. */
	say(sentence: Sentence): string;
	readonly locale: Locale;
}

/** A text taken apart: every other piece is a name to be filled in. */
type Pieces = readonly string[];

/** Whether a wish has a name of its own. */
export function isWish(name: string): name is keyof typeof zhCN.wish {
	return Object.hasOwn(zhCN.wish, name);
}

const DICTIONARIES = { 'zh-CN': zhCN, en };

/** The words of one language; synchronous. */
export function createWords(locale: Locale): Words {
	const forms = new Intl.PluralRules(locale);
	const [ones, others] = [new Map<Key, Pieces>(), new Map<Key, Pieces>()];
	const pieces = (key: Key, count: string | number | undefined): Pieces => {
		const form = typeof count === 'number' ? forms.select(count) : 'other';
		const known = form === 'one' ? ones : others;
		const found = known.get(key);
		if (found) return found;
		const made = textOf(DICTIONARIES[locale], key, form).split(/[{}]/);
		known.set(key, made);
		return made;
	};
	const say = ({ key, values }: Sentence): string => fill(pieces(key, values.count), values);
	const words = <K extends Key>(key: K, ...[values]: Filled<K> | []): string =>
		say({ key, values: values ?? {} });
	return Object.assign(words, { say, locale });
}

interface Tree {
	readonly [key: string]: string | Plural | Tree;
}

function textOf(dictionary: Tree, key: Key, form: Intl.LDMLPluralRule): string {
	let found: Tree[string] | undefined = dictionary;
	for (const part of key.split('.')) found = typeof found === 'object' ? Reflect.get(found, part) : undefined;
	if (typeof found === 'string') return found;
	const { one, other } = plural(found, key);
	return form === 'one' ? one : other;
}

function plural(found: Tree[string] | undefined, key: Key): Plural {
	if (typeof found !== 'object' || typeof found.one !== 'string' || typeof found.other !== 'string')
		throw new Error(`no text ${key}`);
	return { one: found.one, other: found.other };
}

function fill(pieces: Pieces, values: Values): string {
	return pieces.map((piece, at) => (at % 2 === 0 ? piece : String(values[piece] ?? `{${piece}}`))).join('');
}
