/** Who was there: the roll of a meeting as people write it down. */
export type { Mark } from '../answer-words.ts';
export { type RollRead, readRoll } from './read-roll.ts';
