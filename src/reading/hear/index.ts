/** How the bot hears which command was said. */
export { gluedReason } from './answers.ts';
export { asks, type Doubt, isUnsure, negates, qualifies, undoes } from './doubts.ts';
export { hear } from './hear.ts';
export type { Heard, SpokenWord } from './spoken.ts';
