/** Who is on a pasted list. */

export type { Standing } from './cells.ts';
export { isName, type RosterDoubt } from './name.ts';
export { type RosterEntry, type RosterRead, readRoster } from './read-roster.ts';
