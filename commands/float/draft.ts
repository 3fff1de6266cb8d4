import { type FloatSheet, floatsOf } from '../../db/floats.ts';
import { homeOf } from '../../db/roster.ts';
import { anyBranch, anybody, theBranch, thePerson } from '../../src/bot/arguments/index.ts';
import { Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { sentence } from '../../src/locales/index.ts';
import { readStranger } from '../../src/reading/people.ts';
import type { FloatArgs } from './args.ts';

/** Whose entry it is and where it belongs, found out anew at every tap. */
export interface Subject {
	/** Undefined: somebody on no roster, known by name alone. */
	readonly personId: number | undefined;
	readonly name: string;
	readonly branch: { readonly id: number; readonly name: string };
	readonly direction: 'out' | 'in';
	readonly self: boolean;
	/** What is open already. */
	readonly known: FloatSheet | undefined;
}

/** Whom it is about; refuses when that is not for the speaker to say. */
export function subjectOf(turn: Turn, args: FloatArgs): Subject {
	return args.direction === 'in' ? incoming(turn, args) : outgoing(turn, args);
}

function outgoing(turn: Turn, args: FloatArgs): Subject {
	const { db, me } = turn;
	const another = args.person !== undefined && args.person !== String(me.id) ? args.person : undefined;
	if (another !== undefined) {
		const who = thePerson(turn, another);
		const home = homeOf(db, who.id);
		const name = who.name ?? '';
		if (!home || (who.id !== me.id && !turn.runs(home.id)))
			throw new Refusal('refuse.unknown-person', { name });
		return subject(turn, who.id, name, home, 'out');
	}
	noStranger(args);
	const home = homeOf(db, me.id);
	if (home) return subject(turn, me.id, me.name ?? '', home, 'out');
	if (turn.managed.length > 0) throw new Missing('person', 'float.ask-person');
	throw new Refusal('float.not-on-roster');
}

/** 流动登记 钱五 深圳: a name that is on no roster of theirs is not a part of the place. */
function noStranger({ place }: FloatArgs): void {
	const name = readStranger(place ?? '');
	if (name !== undefined) throw new Refusal('float.unknown-name', { name });
}

function incoming(turn: Turn, args: FloatArgs): Subject {
	const { db, me } = turn;
	if (turn.managed.length === 0) {
		const branch = anyBranch(turn, args.branch, {
			question: sentence('float.which-branch'),
			tooMany: sentence('float.name-branch'),
		});
		if (homeOf(db, me.id)?.id === branch.id) throw new Refusal('float.own-branch', { branch: branch.name });
		const name = me.name ?? args.newcomer;
		if (name === undefined) throw new Missing('newcomer', 'float.ask-own-name');
		return subject(turn, me.id, name, branch, 'in');
	}
	const branch = theBranch(turn, args.branch);
	if (args.person !== undefined) {
		const who = anybody(turn, args.person);
		const home = homeOf(db, who.id);
		if (home && turn.runs(home.id)) throw new Refusal('float.own-branch', { branch: home.name });
		return subject(turn, who.id, who.name ?? '', branch, 'in');
	}
	if (args.newcomer === undefined) throw new Missing('newcomer', 'float.ask-newcomer');
	return { personId: undefined, name: args.newcomer, branch, direction: 'in', self: false, known: undefined };
}

function subject(
	turn: Turn,
	personId: number,
	name: string,
	branch: Subject['branch'],
	direction: Subject['direction'],
): Subject {
	const known = floatsOf(turn.db, turn.vault, personId).find(
		(each) => each.direction === direction && each.branchId === branch.id,
	);
	return { personId, name, branch, direction, self: personId === turn.me.id, known };
}
