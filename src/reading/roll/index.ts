/** Who was there: the roll of a meeting as people write it down. */
export { readRoll } from './read-roll.ts';
export type { RollRead } from './tally.ts';
export type { Mark } from './words.ts';
