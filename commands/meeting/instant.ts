import { Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { readWhen } from '../../src/reading/when/index.ts';

/**
 * The instant that people's words mean, ms, in the tenant's zone. Asks when there is no time in them; refuses several
 * days, a weekday that contradicts its date, and what lies behind us.
 */
export function instantOf(turn: Turn, words: string | undefined): number {
	if (words === undefined) throw new Missing('when', 'meeting.ask-when');
	const read = readWhen(words, turn.now, turn.tenant.zone);
	if (!read) throw new Missing('when', 'meeting.ask-when-again');
	if (read.several) throw new Refusal('meeting.several', { when: words });
	if (read.contradiction) throw new Refusal('meeting.contradiction', { when: words });
	if (read.at === undefined) throw new Missing('when', 'meeting.ask-time');
	if (read.at <= turn.now) throw new Refusal('meeting.past', { when: words });
	return read.at;
}
