import type { TicketFigures } from '../../../db/figures/tickets.ts';
import type { Block, Card } from '../../bot/vocabulary/index.ts';
import type { Words } from '../../locales/index.ts';
import { sheltered, type Told } from '../../rules/figures.ts';
import { CATEGORIES } from '../../rules/tickets.ts';
import { around, asOf, type Frame, titleOf, total } from './frame.ts';

export interface TicketReport {
	readonly frame: Frame;
	readonly rows: readonly TicketFigures[];
	/** By the rules of the time: of fewer cases the number is not told. */
	readonly fewest: number;
	/**
	 * Whether this is all that the asker looks after. A part of it comes without categories: what is told of the
	 * whole could be taken from what is told of its parts, and a single case be left over.
	 */
	readonly whole: boolean;
}

/** How many asked for help and how far it went; by category only where five or more did. */
export function ticketsCard(t: Words, report: TicketReport): Card {
	const { frame, rows, fewest, whole } = report;
	const title = titleOf(t, frame);
	const body: Block[] = [asOf(t, frame)];
	if (noTickets(rows)) body.push({ kind: 'text', text: t('figures.tickets.none') });
	else {
		body.push({ kind: 'facts', rows: ticketFacts(t, report) });
		if (whole) body.push(categories(t, report));
		else body.push({ kind: 'text', text: t('figures.tickets.part') });
		body.push({ kind: 'text', text: t('figures.tickets.definition', { fewest }) });
	}
	body.push(around(t, frame));
	return { title, tone: 'plain', body };
}

/** How many in the quarter and how many are open, in two lines. */
export function ticketFacts(t: Words, report: TicketReport): (readonly [string, string])[] {
	const { rows, fewest } = report;
	const opened = toldOf(report).total;
	const [taken, confirmed] = [total(rows, 'taken'), total(rows, 'confirmed')];
	return [
		[
			t('figures.quarter-short'),
			t('figures.tickets.quarter-value', { opened: say(t, opened, fewest), taken, confirmed }),
		],
		[t('figures.tickets.open'), t('figures.tickets.open-value', { count: total(rows, 'open') })],
	];
}

/** Whether nobody asked for help and nothing is open. */
export function noTickets(rows: readonly TicketFigures[]): boolean {
	return rows.every(({ opened, taken, confirmed, open }) => opened + taken + confirmed + open === 0);
}

/** All categories, in the same order always: which ones there are none of is nobody's business either. */
function categories(t: Words, report: TicketReport): Block {
	const { told } = toldOf(report);
	return {
		kind: 'table',
		columns: [t('figures.tickets.category'), t('figures.tickets.opened')],
		rows: CATEGORIES.map((category, index) => [
			t(`ticket.${category}`),
			say(t, told[index] ?? 'withheld', report.fewest),
		]),
	};
}

/** The categories' line for the overview: those that may be told. */
export function categoriesLine(t: Words, report: TicketReport): string {
	const { told } = toldOf(report);
	const { fewest } = report;
	const named = CATEGORIES.flatMap((category, index) => {
		const count = told[index];
		return typeof count === 'number'
			? [t('figures.tickets.of-category', { category: t(`ticket.${category}`), count })]
			: [];
	});
	if (named.length === 0) return t('figures.tickets.all-few', { fewest });
	const list = named.join(t('list.comma'));
	return named.length === CATEGORIES.length ? list : t('figures.tickets.others-few', { list });
}

function toldOf({ rows, fewest }: TicketReport) {
	const counts = CATEGORIES.map((category) => rows.find((row) => row.category === category)?.opened ?? 0);
	return sheltered(fewest, counts);
}

function say(t: Words, told: Told, fewest: number): string {
	if (told === 'few') return `<${fewest}`;
	return told === 'withheld' ? t('figures.tickets.withheld') : String(told);
}
