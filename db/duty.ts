import { ROUTES, type Route } from '../src/rules/tickets.ts';
import { pathOf } from './branches.ts';
import type { Db } from './database.ts';
import { chiefOfficers, holdersOf, isReachable, meOf, type Person } from './people.ts';
import { type AskedFrom, isInLine } from './scope.ts';

/** The officers of the nearest node that has any who can be asked, the branch itself first; at last those of the whole tree. */
export function officersFor(db: Db, branchId: number | null): Person[] {
	return nearest(db, branchId === null ? [] : pathOf(db, branchId), isReachable).people;
}

/** Who acts for a branch: its secretaries; without one who can be asked the officers above. */
export function actingFor(db: Db, branchId: number): Person[] {
	const own = holdersOf(db, 'secretary', [branchId]).filter(isReachable);
	return own.length > 0 ? own : officersFor(db, branchId);
}

/** Whether officers act for a branch because it has no secretary who can be asked. */
export function isWithoutSecretary(db: Db, branchId: number): boolean {
	return !holdersOf(db, 'secretary', [branchId]).some(isReachable);
}

/** Whose duty a request for help is: the node (null: the whole tree) and the people told of it. */
export interface Duty {
	readonly node: number | null;
	readonly people: Person[];
}

type Fits = (person: Person, node: number | null) => boolean;

function nearest(db: Db, nodes: readonly number[], fits: Fits): Duty {
	for (const node of nodes) {
		const people = holdersOf(db, 'officer', [node]).filter((each) => fits(each, node));
		if (people.length > 0) return { node, people };
	}
	return { node: null, people: chiefOfficers(db).filter((each) => fits(each, null)) };
}

/** Once it is written down its node is known; whoever comes below later does not see it. */
type Asked = Omit<AskedFrom, 'dutyBranchId'> & { readonly dutyBranchId?: number | null };

/** A request as its author would make it now, by each way. */
export function asking(
	who: Pick<AskedFrom, 'requesterId' | 'branchId' | 'firmTold'>,
	route: Route,
	now: number,
): Asked {
	return { ...who, route, openedAt: now, routedAt: null };
}

/**
 * Who is told of a request. `superior`: the officers of the nearest node above the own branch, at last of the whole
 * tree, and nobody of that branch or of the firm that was told, since the way past it was promised. `branch`: its secretary
 * by name, without one the officers. Never the requester, never somebody without an account; nobody may be left.
 */
export function dutyFor(db: Db, asked: Asked): Duty {
	const { branchId, route, dutyBranchId } = asked;
	if (route === 'branch') {
		if (branchId === null) return { node: null, people: [] };
		const able = (each: Person) => mayGet(db, each, { ...asked, dutyBranchId: branchId });
		const secretaries = holdersOf(db, 'secretary', [branchId]).filter(able);
		const people = secretaries.length > 0 ? secretaries : nearest(db, pathOf(db, branchId), able).people;
		return { node: branchId, people };
	}
	const above = branchId === null ? [] : pathOf(db, branchId).slice(1);
	const nodes = dutyBranchId === undefined ? above : dutyBranchId === null ? [] : pathOf(db, dutyBranchId);
	return nearest(db, nodes, (each, node) => mayGet(db, each, { ...asked, dutyBranchId: node }));
}

export interface Way extends Duty {
	readonly route: Route;
}

/** The ways by which somebody could ask now, each with who would be told; those that nobody answers are left out. */
export function waysOpen(
	db: Db,
	who: Pick<AskedFrom, 'requesterId' | 'branchId' | 'firmTold'>,
	now: number,
): Way[] {
	const ways = ROUTES.map((route) => ({ route, ...dutyFor(db, asking(who, route, now)) }));
	return ways.filter(({ people }) => people.length > 0);
}

/** Everybody to whom a request may be passed on: whose duty it is, and the officers above them. */
export function mayTakeOver(db: Db, asked: AskedFrom): Person[] {
	const path = asked.dutyBranchId === null ? [] : pathOf(db, asked.dutyBranchId);
	const secretaries = holdersOf(db, 'secretary', path.slice(0, 1));
	const all = [...secretaries, ...holdersOf(db, 'officer', path), ...chiefOfficers(db)];
	const once = [...new Map(all.map((each) => [each.id, each])).values()];
	return once.filter((each) => mayGet(db, each, asked));
}

/** Whether a request may come to somebody who can be written to. */
export function mayGet(db: Db, person: Person, asked: AskedFrom): boolean {
	return isReachable(person) && isInLine(db, meOf(db, person), asked);
}
