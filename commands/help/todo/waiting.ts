import type { Button } from '../../../src/bot/vocabulary/index.ts';

/** What one job has waiting for the speaker: lines, and for the first of each kind a button that leads there. */
export interface Waiting {
	readonly items: readonly string[];
	readonly buttons: readonly Button[];
}
