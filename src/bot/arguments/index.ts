/** How the arguments that many commands share are read and checked. */
export * from './branch.ts';
export * from './person.ts';
export * from './when.ts';
export * from './words.ts';
