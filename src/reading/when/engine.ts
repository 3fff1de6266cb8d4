import { Chrono, casual as english, type Parser, type Refiner } from 'chrono-node/en';
import { day } from './calendar.ts';
import { clockParsers, settle } from './clock.ts';
import { dayForms } from './days.ts';
import type { DayForm } from './form.ts';
import { type Clock, ClockPiece, type Context, DayPiece, lean, local, preceding } from './piece.ts';

type Result = ReturnType<Refiner['refine']>[number];
type Found = ReturnType<typeof english.parse>[number];

function parser(form: DayForm): Parser {
	return {
		pattern: () => form.pattern,
		extract(context, match) {
			const index = match.index ?? 0;
			if (form.notAfter?.test(preceding(context, index))) return null;
			const found = form.read(match.groups ?? {}, local(context).toPlainDate(), lean(context));
			return found ? new DayPiece(context, index, match[0], found) : null;
		},
	};
}

/** Of pieces that share signs the longest stays. */
const withoutOverlaps: Refiner = {
	refine(_context, results) {
		const kept: Result[] = [];
		for (const result of [...results].sort((a, b) => b.text.length - a.text.length)) {
			const end = result.index + result.text.length;
			if (kept.every((other) => end <= other.index || other.index + other.text.length <= result.index))
				kept.push(result);
		}
		return kept.sort((a, b) => a.index - b.index);
	},
};

function englishPiece(context: Context, { index, text, start }: Found): DayPiece | undefined {
	if (/^(?:next|last|this|past)\s+(?:week|month|quarter|year)$/i.test(text)) return undefined;
	if (!start.isCertain('day') && !start.isCertain('weekday')) return undefined;
	const date = day(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
	if (!date) return undefined;
	let clock: Clock | undefined;
	if (start.isCertain('hour')) {
		const settled = settle(start.get('hour') ?? 0, undefined, start.isCertain('meridiem'));
		if (settled) clock = { ...settled, minute: start.get('minute') ?? 0 };
	}
	return new DayPiece(context, index, text, { date, kind: 'relative' }, clock);
}

/** English is left to the library's own grammar, and asked only where ours has found no day. */
const withEnglish: Refiner = {
	refine(context, results) {
		if (results.some((result) => result instanceof DayPiece) || !/[a-z]{3}/i.test(context.text))
			return results;
		const reference = {
			instant: context.reference.instant,
			timezone: context.reference.getTimezoneOffset(),
		};
		// No word of a date is so long, and the library's patterns try every letter of one anew.
		const text = context.text.replace(/[a-z]{15,}/gi, (run) => '-'.repeat(run.length));
		const found = english
			.parse(text, reference, { forwardDate: lean(context) === 'ahead' })
			.map((result) => englishPiece(context, result));
		return [...results, ...found.filter((piece) => piece !== undefined)];
	},
};

const engine = new Chrono({
	parsers: [...dayForms.map(parser), ...clockParsers],
	refiners: [withEnglish, withoutOverlaps],
});

/** The days and times in the text in their order, none overlapping. `offset`: minutes east of UTC. */
export function pieces(text: string, now: number, offset: number, ahead: boolean): (DayPiece | ClockPiece)[] {
	return engine
		.parse(text, { instant: new Date(now), timezone: offset }, { forwardDate: ahead })
		.filter((result) => result instanceof DayPiece || result instanceof ClockPiece);
}
