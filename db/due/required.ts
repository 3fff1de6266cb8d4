import type { RuleBook } from '../../src/rules/book.ts';
import { instantsOfDays, localDate } from '../../src/rules/dates.ts';
import { inOrder, type Period, type Required, requiredOf, rulesOf } from '../../src/rules/required.ts';
import type { Db } from '../database.ts';
import { actingFor, officersFor } from '../duty.ts';
import { kindsBetween, organisationOf } from './branches.ts';

/** A kind of meeting that a period requires of a node, and whether one is planned in it or was held. */
export interface Demand extends Required {
	readonly period: Period;
	readonly planned: boolean;
}

interface Moment {
	readonly db: Db;
	readonly book: RuleBook;
	/** ms */
	readonly now: number;
	readonly zone: string;
}

/** What these periods require of a node, each by the rules of its time; nothing when it is closed, or nobody belongs to it. */
export function demandsOn({ db, book, now, zone }: Moment, id: number, periods: readonly Period[]): Demand[] {
	const organisation = organisationOf(db, id);
	if (!organisation) return [];
	const today = localDate(now, zone);
	const demands = periods.flatMap((period) => {
		const required = requiredOf(rulesOf(book, period, today), organisation).filter(
			({ months }) => months === period.months,
		);
		if (required.length === 0) return [];
		const kinds = kindsBetween(db, id, instantsOfDays(period.from, period.last, zone));
		return required.map((each) => ({ ...each, period, planned: kinds.has(each.kind) }));
	});
	return demands.sort(inOrder);
}

/** Who plans for a node: a branch's secretary; for a committee its officers. */
export function plannersOf(db: Db, id: number): number[] {
	const people = organisationOf(db, id)?.kind === 'committee' ? officersFor(db, id) : actingFor(db, id);
	return people.map((person) => person.id);
}

/** The node's name, for a line; empty when it is closed, or nobody belongs to it. */
export function nameOf(db: Db, id: number): string {
	return organisationOf(db, id)?.name ?? '';
}
