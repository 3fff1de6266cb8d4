/** The words the whole house speaks: what happens, who it happens to, what is said back. Types only, no behaviour. */
export type * from './card.ts';
export type * from './message.ts';
export type * from './platform.ts';
export type * from './update.ts';
export type * from './why.ts';
