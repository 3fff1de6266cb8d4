import type { Job } from '../../src/bot/repertoire.ts';
import { heldUpHeard, retold, undeliveredHeard, undeliveredView, undeliveredWaiting } from './undelivered.ts';

/** What people say to each other through the bot and what does not arrive. */
export const delivery: Job = {
	isPrivate: false,
	buttons: [retold],
	views: [undeliveredView],
	todo: [undeliveredWaiting],
	listeners: [undeliveredHeard, heldUpHeard],
};
