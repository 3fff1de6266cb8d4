/** How the arguments that many commands share are read and checked. */
export * from './branch.ts';
export * from './courtesy.ts';
export * from './day.ts';
export * from './mentions.ts';
export * from './number.ts';
export * from './person.ts';
export * from './when.ts';
export * from './words.ts';
