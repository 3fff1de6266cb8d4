import { commandOf } from '../../src/bot/repertoire.ts';
import { NOTHING } from '../../src/reading/sentence/index.ts';
import type { Case, Hearer, Outcome } from './case.ts';

/** How a case came out. */
export interface Scored extends Outcome {
	readonly one: Case;
	/** The wish that was meant, or another that would do, is the first; is among the first three. */
	readonly first: boolean;
	readonly three: boolean;
}

/** Scores every case; a question about meetings is another wish than planning one. */
export function score(cases: readonly Case[], hear: Hearer): readonly Scored[] {
	return cases.map((one) => {
		const outcome = hear(one);
		const meant = one.command ?? NOTHING;
		const right = (wish: string) =>
			(commandOf(wish) === meant && isOfKind(wish, one)) || one.also.includes(commandOf(wish));
		const [first = ''] = outcome.wishes;
		return { ...outcome, one, first: right(first), three: outcome.wishes.slice(0, 3).some(right) };
	});
}

function isOfKind(wish: string, { command, kind }: Case): boolean {
	return command !== 'meeting' || (kind === 'ask') === (wish === 'meeting:ask');
}

/** Counts by kind and by role. */
export function table(scored: readonly Scored[]): string {
	const groups = [
		...Map.groupBy(scored, ({ one }) => `${one.kind} of ${one.who}`),
		...Map.groupBy(scored, ({ one }) => one.kind),
		['all', scored] as const,
	].sort(([a], [b]) => a.localeCompare(b));
	const head = `${'kind'.padEnd(20)}   first     three     args  deed answer preview offer silent  of`;
	return [head, ...groups.map(([name, group]) => row(name, group))].join('\n');
}

function row(name: string, group: readonly Scored[]): string {
	const share = (part: number) => `${((100 * part) / group.length).toFixed(1)} %`.padStart(9);
	const count = (how: Outcome['how']) => String(group.filter((one) => one.how === how).length);
	const read = group.filter(({ unread }) => unread.length === 0).length;
	return (
		`${name.padEnd(20)}${share(group.filter(({ first }) => first).length)} ${share(group.filter(({ three }) => three).length)}` +
		`${share(read)} ${count('deed').padStart(5)}${count('answer').padStart(7)}${count('preview').padStart(8)}` +
		`${count('offer').padStart(6)}${count('silent').padStart(7)}  ${group.length}`
	);
}

/** One line each: what was not first, and what was not read. */
export function misses(scored: readonly Scored[]): string {
	return scored
		.filter(({ first, unread }) => !first || unread.length > 0)
		.map(({ one, wishes, how, three, unread }) =>
			[
				one.id,
				three ? 'three' : 'missed',
				how,
				`${one.kind}/${one.who}`,
				one.text,
				`meant ${one.command ?? NOTHING}`,
				`heard ${wishes.slice(0, 3).join(', ')}`,
				...(unread.length > 0 ? [`unread ${unread.join(', ')}`] : []),
			].join(' | '),
		)
		.join('\n');
}
