/** What is to be said or fetched, from the Turn that decides it to its named end. */

export * from './cards.ts';
export * from './carry.ts';
export * from './enqueue.ts';
export * from './undelivered.ts';
