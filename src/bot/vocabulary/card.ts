import type { Action } from './update.ts';

/**
 * A card without a platform: what is said, not how it is drawn. All strings are plain text; whoever draws
 * them escapes them, so that what people typed can never become markup.
 */
export interface Card {
	readonly title: string;
	/** Colour is never alone in telling something: the title says it too. */
	readonly tone: 'plain' | 'good' | 'careful' | 'urgent';
	/** What a locked phone shows; names nobody and nothing private. The title when absent. */
	readonly lockScreen?: string;
	/** What a tap in a group is answered with, for the eyes of who tapped. The title when absent. */
	readonly toast?: string;
	readonly body: readonly Block[];
}

export type Block =
	/** A paragraph. */
	| { readonly kind: 'text'; readonly text: Rich }
	/** Lines one under another, each with a bullet. */
	| { readonly kind: 'list'; readonly items: readonly Rich[] }
	/** Label and value, two columns. */
	| { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: Rich])[] }
	/** Rows under column names; drawn in pages of at most ten. */
	| {
			readonly kind: 'table';
			readonly columns: readonly string[];
			readonly rows: readonly (readonly string[])[];
	  }
	/** Numbers as lengths under one another, each with its number beside it; what has none has no bar. */
	| {
			readonly kind: 'chart';
			/** Says what is measured, with the unit. */
			readonly title: string;
			readonly bars: readonly { readonly label: string; readonly value?: number }[];
	  }
	| { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
	| {
			readonly kind: 'form';
			readonly name: string;
			readonly fields: readonly Field[];
			readonly submit: Button;
	  }
	| { readonly kind: 'line' };

/** Plain text, or pieces of which some are bold or name an account. */
export type Rich = string | readonly Span[];
export type Span = string | { readonly bold: string } | { readonly account: string };

export interface Button {
	readonly label: string;
	readonly action: Action;
	/** `primary`: the likeliest; at most one a card. */
	readonly style?: 'primary' | 'plain' | 'danger';
	/** Asked before the tap counts. */
	readonly confirm?: { readonly title: string; readonly text: string };
}

export interface Choice {
	readonly value: string;
	readonly label: string;
}

/** Fields of a form; the name is the argument the value fills. */
export type Field = {
	readonly name: string;
	readonly label: string;
	readonly required?: boolean;
	readonly value?: string;
} & (
	| { readonly kind: 'input'; readonly placeholder?: string; readonly lines?: number }
	| { readonly kind: 'date-time' }
	| { readonly kind: 'date' }
	| { readonly kind: 'choice'; readonly choices: readonly Choice[] }
	| { readonly kind: 'choices'; readonly choices: readonly Choice[] }
	| { readonly kind: 'account' }
);

/** What the buttons of a preview stand for. */
export interface Ways {
	/** Says the same again with these arguments; `command` where another one goes on with it. */
	again(args: Readonly<Record<string, string>>, command?: string): Action;
	/** It is not done after all. */
	readonly drop: Action;
}

/** A wish that may be meant, and what a tap on it says. */
export interface Wished {
	readonly wish: string;
	readonly action: Action;
	/** What was read with it, as people write it. */
	readonly read: readonly string[];
}
