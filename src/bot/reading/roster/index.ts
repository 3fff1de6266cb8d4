/** Who is on a pasted list. */
export { isName } from './name.ts';
export { type RosterEntry, type RosterRead, readRoster } from './read-roster.ts';
export type { Standing } from './row.ts';
