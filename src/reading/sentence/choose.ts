import { isDistress } from '../need.ts';
import type { Sentence } from './found.ts';
import type { Likely } from './rank.ts';

/** What is done about a sentence that no word was heard in. */
export type Choice =
	/** A question: answered at once. */
	| { readonly kind: 'answer'; readonly wish: string }
	/** Shown first, with what was read. */
	| { readonly kind: 'preview'; readonly wish: string }
	/** Not sure: the likeliest as buttons, the likeliest first. */
	| { readonly kind: 'offer'; readonly wishes: readonly string[] }
	/** Small talk, not meant for the bot. */
	| { readonly kind: 'silent' };

/** The wish of those who want nothing. */
export const NOTHING = 'nothing';

const ANSWERED = 0.8;
const NOTHING_FOR_AN_ANSWER = 0.2;
const PREVIEWED = 0.6;
const SILENT = 0.9;
const BUTTONS = 3;

/**
 * What to do with the wishes found (`rank`); `isQuestion` says whether a wish only reads. Silence only where nothing at all
 * speaks of the house: no answer word, no number, no request for help, no distress.
 */
export function choose(
	likely: readonly Likely[],
	sentence: Sentence,
	isQuestion: (wish: string) => boolean,
): Choice {
	const nothing = likely.find(({ wish }) => wish === NOTHING)?.p ?? 0;
	const [best, ...others] = likely.filter(({ wish }) => wish !== NOTHING);
	if (!best || (nothing >= SILENT && !speaksOfUs(sentence))) return { kind: 'silent' };
	const { wish, p } = best;
	if (isQuestion(wish) && p >= ANSWERED && nothing < NOTHING_FOR_AN_ANSWER) return { kind: 'answer', wish };
	if (p >= PREVIEWED) return { kind: 'preview', wish };
	return { kind: 'offer', wishes: [best, ...others].slice(0, BUTTONS).map((each) => each.wish) };
}

function speaksOfUs({ text, found }: Sentence): boolean {
	return (
		found.some(({ kind }) => kind === 'answer' || kind === 'number') ||
		/求助|工单|#/u.test(text) ||
		isDistress(text)
	);
}
