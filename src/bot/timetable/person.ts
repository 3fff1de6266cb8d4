import type { Db } from '../../../db/database.ts';
import { meOf, type Person, personById } from '../../../db/people.ts';
import { choiceOf, ownHours } from '../../../db/reminders.ts';
import type { Rules } from '../../rules/book.ts';
import { type Hours, houseHours, nextOpen, nextOpening, type Rhythm } from '../../rules/quiet.ts';

/** How somebody is reminded. */
export interface Reader {
	readonly person: Person;
	readonly account: string | undefined;
	/** Secretaries and officers get one digest a day (DOMAIN «reminders a person»). */
	readonly digest: boolean;
	readonly pausedUntil: number;
	readonly hours: Hours;
}

/** How somebody is reminded by the rules in force; throws when there is no such person. */
export function readerOf(db: Db, personId: number, rules: Rules): Reader {
	const person = personById(db, personId);
	if (!person) throw new Error('a reminder for nobody');
	const choice = choiceOf(db, personId);
	return {
		person,
		account: person.leftAt === null ? (person.openId ?? undefined) : undefined,
		digest: meOf(db, person).roles.some(({ role }) => role === 'secretary' || role === 'officer'),
		pausedUntil: choice?.pausedUntil ?? 0,
		hours: ownHours(choice) ?? houseHours(rules),
	};
}

/** What one reminder asks of the moment it goes out. */
export interface Going {
	readonly anyDay: boolean;
	readonly urgent: boolean;
	/** With the next digest, not with one of this hour. */
	readonly next?: boolean;
}

/** The first instant (ms) from `now` on at which somebody may be reminded. */
export function momentFor(reader: Reader, zone: string, now: number, going: Going): number {
	const rhythm: Rhythm = { hours: reader.hours, zone, anyDay: going.anyDay };
	const from = going.urgent ? now : Math.max(now, reader.pausedUntil);
	return going.next && reader.digest ? nextOpening(from, rhythm) : nextOpen(from, rhythm);
}
