import type { en } from './en/index.ts';
import type { zhCN } from './zh-CN/index.ts';

/** A text with a form for each number: 「1 person」, 「2 people」. */
export interface Plural {
	readonly one: string;
	readonly other: string;
}

/** Every sentence there is, by the Chinese dictionary: `meeting.planned`. */
export type Key = Leaves<typeof zhCN>;

type Leaves<T> = {
	[K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

type At<T, K extends string> = K extends `${infer Head}.${infer Rest}`
	? Head extends keyof T
		? At<T[Head], Rest>
		: undefined
	: K extends keyof T
		? T[K]
		: undefined;

/** The names between braces. */
type Slots<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;
type SlotsOf<Text> = Text extends Plural ? Slots<Text['one']> | Slots<Text['other']> : Slots<Text>;
type Needed<K extends Key> = SlotsOf<At<typeof zhCN, K>> | SlotsOf<At<typeof en, K>>;

/** What a sentence is filled in with: exactly the names that stand in it, in either language. */
export type ValuesOf<K extends Key> = { readonly [Name in Needed<K>]: string | number };

/** The values of a sentence, as the last argument; none where nothing is to be filled in. */
export type Filled<K extends Key> = [Needed<K>] extends [never] ? [] : [values: ValuesOf<K>];

/** Sentences that are said as they stand. */
export type PlainKey = { [K in Key]: [Needed<K>] extends [never] ? K : never }[Key];

/** Sentences that can be filled in with these values. */
export type KeyFor<Name extends string> = {
	[K in Key]: [Needed<K>] extends [Name] ? K : never;
}[Key];

/** Languages write dates and hours with different parts; these are filled in with all there are. */
type Parts = `when.${string}`;

/** Keys whose English twin is missing, or asks for other values; the form for one may leave the number out. */
type Unlike<K extends Key> = K extends Parts
	? Extract<undefined, At<typeof en, K>> extends never
		? never
		: K
	: At<typeof en, K> extends infer Twin
		? Twin extends string
			? Same<SlotsOf<At<typeof zhCN, K>>, SlotsOf<Twin>, K>
			: Twin extends Plural
				? Same<SlotsOf<At<typeof zhCN, K>>, Slots<Twin['other']>, K>
				: K
		: K;
type Same<A, B, K> = [A] extends [B] ? ([B] extends [A] ? never : K) : K;

type EnglishLeaves<T> = {
	[K in keyof T & string]: T[K] extends string | Plural ? K : `${K}.${EnglishLeaves<T[K]>}`;
}[keyof T & string];

type NoneOf<Wrong extends { readonly different: never; readonly superfluous: never }> = Wrong;

/** Compiles only as long as the English dictionary says each sentence of the Chinese one; else the error names the keys. */
export type Twins = NoneOf<{
	readonly different: { [K in Key]: Unlike<K> }[Key];
	readonly superfluous: Exclude<EnglishLeaves<typeof en>, Key>;
}>;
