import { createHash } from 'node:crypto';
import { zhibu } from '../../../commands/index.ts';
import { later } from '../../../commands/later/said.ts';
import { nothing } from '../../../commands/nothing.ts';
import { normalise } from '../../reading/normalise.ts';
import { featuresOf, NOTHING, readSentence } from '../../reading/sentence/index.ts';
import { type Example, TRAINER } from '../../reading/sentence/train.ts';
import { cast } from './cast.ts';

/** Everything people are known to say, by wish. */
const SAID: readonly (readonly [wish: string, said: readonly string[]])[] = [
	...zhibu.said,
	...Object.entries(later),
	[NOTHING, nothing],
];

/** The sentences as they are learnt from, in an order that only they decide. */
export function examples(): readonly Example[] {
	return SAID.flatMap(([wish, said]) =>
		said.map((text) => ({ wish, features: featuresOf(readSentence(normalise(text), cast)) })),
	);
}

/** Changes with every sentence, with how sentences are read and with how is learnt from them. */
export function fingerprint(of: readonly Example[]): string {
	return createHash('sha256')
		.update(JSON.stringify([TRAINER, of]))
		.digest('hex')
		.slice(0, 32);
}
