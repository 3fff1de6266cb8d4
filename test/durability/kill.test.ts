import { test } from 'vitest';
import { killAgainAndAgain } from './kill-lane.ts';

/** Two lanes at once, since most of the time goes into starting. */
const SEEDS = [20_261_121, 19_210_723];
const KILLS = 25;

test.concurrent.for(SEEDS)(
	`killed ${KILLS} times in the middle of its work, everything acknowledged is there once (seed %i)`,
	// Forty seconds on two idle cores; the bound is for machines that have other things to do.
	{ timeout: 300_000 },
	(seed, { signal }) => killAgainAndAgain(seed, KILLS, signal),
);
