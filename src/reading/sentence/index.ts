/** What a sentence says: what stands in it, what is probably wanted, and whether that is sure. */
export { type Choice, choose, NOTHING } from './choose.ts';
export type { Feature } from './features.ts';
export { featuresOf } from './features.ts';
export type { Doubts, Found, FoundKind, Sentence } from './found.ts';
export { type Learned, learned } from './model.ts';
export { readLooseNumbers } from './numbers.ts';
export type { Open, Scene } from './prior.ts';
export { type Likely, rank } from './rank.ts';
export { readSentence } from './read-sentence.ts';
export { type Sure, sure } from './sure.ts';
export type { World } from './world.ts';
