/** How the bot hears which command was said. */
export { hear } from './hear.ts';
export { gluedReason } from './reason.ts';
export type { Doubt, Heard, SpokenWord } from './spoken.ts';
