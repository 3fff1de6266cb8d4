/** When something is: days, times and quarters as people write them. */
export type { Lean } from './calendar.ts';
export { numeral } from './numeral.ts';
export type { Part } from './piece.ts';
export { type DateRead, readDate } from './read-date.ts';
export { type QuarterRead, readQuarter } from './read-quarter.ts';
export { readWhen, type WhenRead } from './read-when.ts';
