import { test } from 'vitest';
import { patience, sized, survived } from '../torture/size.ts';
import { killAgainAndAgain } from './kill-lane.ts';

/** Two lanes at once, since most of the time goes into starting. */
const SEEDS = Array.from({ length: sized(2, 40) }, (_, lane) => 20_261_121 + lane);
const KILLS = sized(25, 1_000 / SEEDS.length);

test.concurrent.for(SEEDS)(
	`killed ${KILLS} times in the middle of its work, everything acknowledged is there once (seed %i)`,
	// Forty seconds on two idle cores; the bound is for machines that have other things to do.
	{ timeout: patience(300_000) },
	async (seed, { signal }) => {
		await killAgainAndAgain(seed, KILLS, signal);
		survived('process killed', KILLS);
	},
);
