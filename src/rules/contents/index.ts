import { MEETINGS } from './meetings.ts';
import { MOVES } from './moves.ts';
import { ORGANISATIONS } from './organisations.ts';
import type { Numbered } from './quoted.ts';
import { SERVICE } from './service.ts';

export type { Numbered, Source, Standing, Unit, Worded } from './quoted.ts';

/** What a new book says, by key; how each rule is said stands in the locales under `book.rule`. */
export const CONTENTS = { ...MEETINGS, ...MOVES, ...ORGANISATIONS, ...SERVICE };

export type RuleKey = keyof typeof CONTENTS;

/** Rules that set a number. */
export type NumberKey = {
	[Key in RuleKey]: (typeof CONTENTS)[Key] extends Numbered ? Key : never;
}[RuleKey];
