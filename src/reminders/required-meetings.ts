import { kindsBetween, organisationOf } from '../../db/due/branches.ts';
import { actingFor, officersFor } from '../../db/duty.ts';
import type { Scene } from '../bot/view.ts';
import { addDays, instantsOfDays, localDate } from '../rules/dates.ts';
import { type Period, periodOf, type Required, requiredOf } from '../rules/required.ts';

/** A required kind of meeting of which nothing is planned in a period. */
export interface Missing extends Required {
	readonly period: Period;
}

/** What a node needs; nothing when it is closed, or nobody belongs to it. */
export function requirementsOf({ db }: Scene, id: number): Required[] {
	const organisation = organisationOf(db, id);
	return organisation ? requiredOf(organisation) : [];
}

/** Whether nothing of this kind is planned, nor was held, in the period. */
export function isMissing(
	{ db, zone }: Scene,
	id: number,
	{ kind }: Required,
	{ from, last }: Period,
): boolean {
	return !kindsBetween(db, id, instantsOfDays(from, last, zone)).has(kind);
}

/** The periods of so many months from the one `after` lies in up to today's. */
export function periodsSince({ now, zone }: Scene, after: string, months: number): Period[] {
	const current = periodOf(localDate(now, zone), months);
	const periods = [current];
	for (let first = current; first.from > after; ) {
		first = periodOf(addDays(first.from, -1), months);
		periods.unshift(first);
	}
	return periods;
}

/** Who plans for a node: a branch's secretary; for a committee its officers. */
export function plannersOf({ db }: Scene, id: number): number[] {
	const people = organisationOf(db, id)?.kind === 'committee' ? officersFor(db, id) : actingFor(db, id);
	return people.map((person) => person.id);
}

/** The node's name, for a line. */
export function nameOf({ db }: Scene, id: number): string {
	return organisationOf(db, id)?.name ?? '';
}
