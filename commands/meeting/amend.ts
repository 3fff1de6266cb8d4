import { Said } from '../../src/bot/said.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { readAmendment } from '../../src/reading/meeting.ts';
import { readWhen } from '../../src/reading/when/index.ts';

type Strings = Readonly<Record<string, string>>;

/**
 * What words change in a plan that is only looked at: another time, place or topic, when they say nothing else. An hour alone
 * is one of the plan's own day, a day alone keeps its hour. `known.when` is `YYYY-MM-DD HH:MM`.
 */
export function amendPlan({ text }: Said, turn: Turn, known: Strings): Strings | undefined {
	const { place, topic, when } = readAmendment(text);
	if (place) return { place };
	if (topic) return { topic };
	const read = when ? readWhen(when, turn.now, turn.zone) : undefined;
	if (!when || !read || read.unread || read.several || read.contradiction) return undefined;
	const said = new Said(when);
	said.takeSpans([read, ...(read.also ? [read.also] : [])].toSorted((a, b) => a.from - b.from));
	if (said.text !== '') return undefined;
	// One hour for several meetings would be a guess.
	if (known.when?.includes('、')) return undefined;
	const [day = '', hour = ''] = (known.when ?? '').split(' ');
	return { when: `${read.dayless ? day : read.date} ${read.time ?? hour}` };
}
