/** Who is on a pasted list. */
export { isName, type RosterDoubt } from './name.ts';
export { type RosterEntry, type RosterRead, readRoster } from './read-roster.ts';
export type { Standing } from './row.ts';
