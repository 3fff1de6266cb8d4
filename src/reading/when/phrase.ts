import { type Clock, ClockPiece, type Day, type DayPiece } from './piece.ts';

/** Days and times that stand together: 「12月10日（周三）下午3点」. */
export interface Phrase {
	readonly from: number;
	readonly to: number;
	readonly day: Day | undefined;
	readonly clock: Clock | undefined;
	/** Two names of the day that do not agree. */
	readonly contradiction: boolean;
}

const GAP = /^[\s,，的()（）T]{0,4}$/;

function joined(a: Day, b: Day): { day: Day; contradiction: boolean } | undefined {
	if (a.kind === b.kind) return undefined;
	const [main, other] = rank(a) >= rank(b) ? [a, b] : [b, a];
	const agree =
		other.kind === 'weekday' ? main.date.dayOfWeek === other.date.dayOfWeek : main.date.equals(other.date);
	if (!agree && (main.kind === 'feast' || other.kind === 'feast')) return { day: main, contradiction: false };
	return { day: main, contradiction: !agree };
}

/** How much a way of naming a day says by itself. */
export function rank(day: Day): number {
	return { exact: 5, relative: 4, week: 4, weekday: 3, about: 2, feast: 1 }[day.kind];
}

function grown(phrase: Phrase, piece: DayPiece | ClockPiece, to: number): Phrase | undefined {
	if (piece instanceof ClockPiece) {
		if (phrase.clock?.hour !== undefined) return undefined;
		if (phrase.clock && piece.clock.part && piece.clock.part !== phrase.clock.part) return undefined;
		return { ...phrase, to, clock: piece.clock };
	}
	if (piece.clock && phrase.clock) return undefined;
	const clock = phrase.clock ?? piece.clock;
	if (!phrase.day) return { ...phrase, to, clock, day: piece.day };
	const both = joined(phrase.day, piece.day);
	return (
		both && {
			...phrase,
			to,
			clock,
			day: both.day,
			contradiction: phrase.contradiction || both.contradiction,
		}
	);
}

/** Takes the bracket that closes one opened inside the phrase. */
function closed(text: string, phrase: Phrase): Phrase {
	const inside = text.slice(phrase.from, phrase.to);
	const open = inside.split(/[(（]/).length > inside.split(/[)）]/).length;
	return open && /[)）]/.test(text.charAt(phrase.to)) ? { ...phrase, to: phrase.to + 1 } : phrase;
}

/** Neighbours with nothing between them but blanks, commas and brackets become one phrase. */
export function phrases(text: string, pieces: readonly (DayPiece | ClockPiece)[]): Phrase[] {
	const found: Phrase[] = [];
	for (const piece of pieces) {
		const to = piece.index + piece.text.length;
		const last = found.at(-1);
		const bigger = last && GAP.test(text.slice(last.to, piece.index)) ? grown(last, piece, to) : undefined;
		if (bigger) found[found.length - 1] = bigger;
		else {
			const day = piece instanceof ClockPiece ? undefined : piece.day;
			found.push({ from: piece.index, to, day, clock: piece.clock, contradiction: false });
		}
	}
	return found.map((phrase) => closed(text, phrase));
}
