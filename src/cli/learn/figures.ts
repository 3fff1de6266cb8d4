import { open, scores, softmax } from '../../reading/sentence/model.ts';
import { type Example, train } from '../../reading/sentence/train.ts';

const FOLDS = 10;
/** What the weights may be divided by, to be as sure as they are right. */
const TEMPERATURES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4];
const SHARES = [0.2, 0.4, 0.6, 0.8, 0.9];

interface Guess {
	readonly wish: string;
	readonly wishes: readonly string[];
	readonly scores: Float64Array;
}

/** How well sentences are understood that were not learnt from: by wish, in all, and how far its probabilities are right. */
export function figures(all: readonly Example[]): string {
	const guesses = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => guessed(all, fold));
	const wishes = [...new Set(all.map(({ wish }) => wish))].sort();
	const table = wishes.map((wish) =>
		line(
			wish,
			guesses.filter((guess) => guess.wish === wish),
		),
	);
	return [...table, line('all', guesses), '', ...sureness(guesses), '', ...temperatures(guesses)].join('\n');
}

function guessed(all: readonly Example[], fold: number): Guess[] {
	const model = open(train(all.filter((_, at) => at % FOLDS !== fold)));
	const left = all.filter((_, at) => at % FOLDS === fold);
	return left.map(({ wish, features }) => ({ wish, wishes: model.wishes, scores: scores(model, features) }));
}

function ranked({ wishes, scores }: Guess): { readonly wish: string; readonly p: number }[] {
	const chances = softmax(Float64Array.from(scores));
	return wishes.map((wish, at) => ({ wish, p: chances[at] ?? 0 })).sort((a, b) => b.p - a.p);
}

const percent = (part: number, whole: number) =>
	`${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(8);

function line(name: string, guesses: readonly Guess[]): string {
	const places = guesses.map((guess) => ranked(guess).findIndex(({ wish }) => wish === guess.wish));
	const first = places.filter((place) => place === 0).length;
	const three = places.filter((place) => place >= 0 && place < 3).length;
	return `${name.padEnd(22)}${percent(first, places.length)}${percent(three, places.length)}  of ${places.length}`;
}

function sureness(guesses: readonly Guess[]): string[] {
	const firsts = guesses.map((guess) => ({ guess, best: ranked(guess)[0] }));
	return [...SHARES, 1].map((to, at) => {
		const from = [0, ...SHARES][at] ?? 0;
		const within = firsts.filter(({ best }) => best && best.p > from && best.p <= to);
		const right = within.filter(({ guess, best }) => best?.wish === guess.wish).length;
		return `p in (${from}, ${to}]: right in ${percent(right, within.length)} of ${within.length}`;
	});
}

function temperatures(guesses: readonly Guess[]): string[] {
	return TEMPERATURES.map((by) => {
		const loss = guesses.reduce((sum, { wish, wishes, scores }) => {
			const chances = softmax(scores.map((score) => score / by));
			return sum - Math.log(Math.max(1e-9, chances[wishes.indexOf(wish)] ?? 0));
		}, 0);
		return `temperature ${by}: log loss ${(loss / guesses.length).toFixed(4)}`;
	});
}
