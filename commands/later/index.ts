import type { Job } from '../../src/bot/repertoire.ts';
import { notYet } from './not-yet.ts';

/** What people wish and the bot can't do yet. */
export const laters: Job = { isPrivate: false, buttons: [notYet] };
