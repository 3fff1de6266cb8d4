/** What the bot says unasked: how it is looked for, decided once, and handed to the outbox. */
export { timetableOf } from './carried.ts';
export { look } from './look.ts';
export { release } from './release.ts';
export * from './reminder.ts';
