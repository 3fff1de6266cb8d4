import { Refusal } from './refusal.ts';
import type { State } from './state.ts';

/** Months begin at midnight in Beijing. */
const BEIJING_MS = 8 * 60 * 60 * 1000;

/** Sends, replies and redraws count; looking up people and fetching tokens doesn't. */
const COUNTED: ReadonlySet<string> = new Set([
	'POST /open-apis/im/v1/messages',
	'POST /open-apis/im/v1/messages/:id/reply',
	'PATCH /open-apis/im/v1/messages/:id',
]);

/** How many calls that count were let through in the month of this instant (ms). */
export function countedIn(state: State, at: number): number {
	return state.month.name === monthOf(at) ? state.month.calls : 0;
}

/** Counts a call if it is one that counts. Throws a Refusal (99991403) when the month's are used up; `most` 0: never. */
export function count(state: State, api: string, at: number, most: number): void {
	if (!COUNTED.has(api)) return;
	const calls = countedIn(state, at);
	if (most > 0 && calls >= most) throw new Refusal('quota', '', { status: 429 });
	state.month = { name: monthOf(at), calls: calls + 1 };
}

function monthOf(at: number): string {
	return new Date(at + BEIJING_MS).toISOString().slice(0, 7);
}
