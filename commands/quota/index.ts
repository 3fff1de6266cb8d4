import type { Job } from '../../src/bot/repertoire.ts';
import { moreCalls, whereCallsWent } from './calls.ts';

/** What the operator asks when the month's calls get short. */
export const quotas: Job = {
	isPrivate: false,
	buttons: [whereCallsWent, moreCalls],
};
