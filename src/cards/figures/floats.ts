import type { FloatFigures } from '../../../db/figures/floats.ts';
import type { Block, Card } from '../../bot/vocabulary/index.ts';
import type { Words } from '../../locales/index.ts';
import { around, asOf, byBranch, type Frame, ratio, titleOf, total } from './frame.ts';

export interface FloatReport {
	readonly frame: Frame;
	readonly rows: readonly FloatFigures[];
	/** The rule book's numbers, months. */
	readonly due: number;
	readonly contact: number;
}

/** Who is away and who is here, whose relation has to follow, and with whom the branch is in touch; nobody by name. */
export function floatsCard(t: Words, { frame, rows, due, contact }: FloatReport): Card {
	const title = titleOf(t, frame);
	const body: Block[] = [asOf(t, frame)];
	if (rows.length === 0) body.push({ kind: 'text', text: t('figures.floats.none') });
	else
		body.push(
			{ kind: 'facts', rows: floatFacts(t, frame, rows, contact) },
			...byBranch(
				t,
				frame,
				[
					t('figures.floats.out'),
					t('figures.floats.in'),
					t('figures.floats.due'),
					t('figures.floats.contacted'),
				],
				rows.map((row) => [
					row.branch,
					String(row.out),
					String(row.in),
					String(row.due),
					`${row.contacted}/${row.out + row.in}`,
				]),
			),
			{ kind: 'text', text: t('figures.floats.definition', { due, contact }) },
		);
	body.push(around(t, frame));
	return { title, tone: 'plain', body };
}

/** How far a transfer has come is known of today only, so a quarter that is over says who was due and no more. */
export function floatFacts(
	t: Words,
	{ span }: Frame,
	rows: readonly FloatFigures[],
	contact: number,
): (readonly [string, string])[] {
	const sum = (key: Exclude<keyof FloatFigures, 'branch'>) => total(rows, key);
	const [out, inside, due] = [sum('out'), sum('in'), sum('due')];
	const [moving, putOff] = [sum('moving'), sum('putOff')];
	const overdue = due - moving - putOff;
	const dueValue =
		span.state === 'over'
			? t('figures.floats.people', { count: due })
			: t('figures.floats.due-value', { due, moving, putOff, overdue });
	return [
		[t('figures.floats.away'), t('figures.floats.away-value', { out, inside })],
		[
			t('figures.quarter-short'),
			t('figures.floats.quarter-value', { registered: sum('registered'), back: sum('back') }),
		],
		[t('figures.floats.due'), dueValue],
		[
			t('figures.floats.contacted'),
			t('figures.floats.contact-value', { contact, ratio: ratio(t, sum('contacted'), out + inside) }),
		],
	];
}
