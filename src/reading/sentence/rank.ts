import { withoutCourtesy } from './courtesies.ts';
import { featuresOf } from './features.ts';
import type { Sentence } from './found.ts';
import { type Learned, open, scores, softmax } from './model.ts';
import { priorOf, type Scene } from './prior.ts';
import { LONGEST_SENTENCE, readSentence } from './read-sentence.ts';
import type { World } from './world.ts';

/** A wish and how probable it is that it is meant. */
export interface Likely {
	readonly wish: string;
	readonly p: number;
}

/** People say first what they want, then why. */
const WHOLE = 0.6;

/** The wishes by their probability, the likeliest first; together they make 1. */
export function rank(learned: Learned, sentence: Sentence, world: World, scene: Scene): Likely[] {
	const model = open(learned);
	const prior = model.wishes.map((wish) => priorOf(wish, scene));
	const of = (one: Sentence) =>
		softmax(scores(model, featuresOf(one)).map((score, at) => score + (prior[at] ?? 0)));
	const whole = of(sentence);
	const beginning = firstClause(sentence.text.slice(0, LONGEST_SENTENCE));
	const first = beginning === undefined ? whole : of(readSentence(beginning, world));
	return model.wishes
		.map((wish, at) => ({ wish, p: WHOLE * (whole[at] ?? 0) + (1 - WHOLE) * (first[at] ?? 0) }))
		.sort((a, b) => b.p - a.p);
}

/** The first clause that says something, when there are more. */
export function firstClause(text: string): string | undefined {
	const clauses = text.split(/[，,。;；!！?？\n]/u).filter((clause) => clause.trim() !== '');
	const first = clauses.findIndex((clause) => withoutCourtesy(clause, 0, clause.length).length > 0);
	return first < 0 || first === clauses.length - 1 ? undefined : clauses[first]?.trim();
}
