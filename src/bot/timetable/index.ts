/** What the bot says unasked: how it is looked for, decided once, and handed to the outbox. */
export { look } from './look.ts';
export { release } from './release.ts';
export * from './reminder.ts';
export { itemOf, obsolete } from './standing.ts';
export { drop } from './tell.ts';
