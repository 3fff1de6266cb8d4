import { branchById, pathOf } from '../../db/branches.ts';
import type { Db } from '../../db/database.ts';
import { actingFor, officersFor } from '../../db/duty.ts';
import type { Me, Person } from '../../db/people.ts';
import { runs as runsBranch } from '../../db/scope.ts';
import type { TransferSheet } from '../../db/transfers.ts';
import { actorNow, mayWriteLetter, type Step, stepsFrom } from '../../src/rules/transfers.ts';

type Sides = Pick<TransferSheet, 'personId' | 'fromBranchId' | 'toBranchId'>;

/**
 * Whether somebody may take a step: the committee above the home branch writes the letter, the receiving side takes or
 * sends back, the home side does the rest. Where one side is not of this tree, the other records what it did.
 */
export function mayTake(db: Db, me: Me, { personId, fromBranchId, toBranchId }: Sides, step: Step): boolean {
	const home = fromBranchId ?? toBranchId;
	const there = toBranchId ?? fromBranchId;
	switch (step) {
		case 'letter':
			return fromBranchId === null
				? runs(there)
				: mayWriteLetter(me.roles, committeesAbove(db, fromBranchId));
		case 'receive':
		case 'send-back':
			return runs(there);
		case 'restart':
			return me.id === personId || runs(home);
		case 'exempt':
		case 'finish':
			return runs(home);
	}

	function runs(branchId: number | null): boolean {
		return branchId !== null && runsBranch(db, me, branchId);
	}
}

/** What this person can do about a transfer today, the likeliest first. */
export function ownSteps(db: Db, me: Me, known: TransferSheet, today: string): Step[] {
	return stepsFrom(known, today).filter((step) => mayTake(db, me, known, step));
}

function committeesAbove(db: Db, branchId: number): number[] {
	return pathOf(db, branchId).filter((id) => branchById(db, id)?.kind === 'committee');
}

/** Those whose turn it is. */
export function actorsNow(db: Db, known: TransferSheet, today: string): Person[] {
	const home = known.fromBranchId ?? known.toBranchId;
	const there = known.toBranchId ?? known.fromBranchId;
	switch (actorNow(known, today)) {
		case 'home-committee':
			if (known.fromBranchId === null) return there === null ? [] : actingFor(db, there);
			return officersFor(db, committeesAbove(db, known.fromBranchId)[0] ?? null);
		case 'receiving':
			return there === null ? [] : actingFor(db, there);
		case 'home-branch':
			return home === null ? [] : actingFor(db, home);
		case 'nobody':
			return [];
	}
}

/** Everybody it concerns, each once: the person, and who runs either side. */
export function concerned(db: Db, { personId, fromBranchId, toBranchId }: Sides): number[] {
	const sides = [fromBranchId, toBranchId].filter((id) => id !== null);
	const people = sides.flatMap((id) => [...actingFor(db, id), ...officersFor(db, id)]);
	return [...new Set([personId, ...people.map(({ id }) => id)])];
}
