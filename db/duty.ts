import { pathOf } from './branches.ts';
import type { Db } from './database.ts';
import { chiefOfficers, holdersOf, type Person } from './people.ts';

/** The officers of the nearest node that has any, the branch itself first; at last those of the whole tree. */
export function officersFor(db: Db, branchId: number | null): Person[] {
	for (const node of branchId === null ? [] : pathOf(db, branchId)) {
		const officers = holdersOf(db, 'officer', [node]);
		if (officers.length > 0) return officers;
	}
	return chiefOfficers(db);
}

/** Who acts for a branch: its secretaries; without one the officers above. */
export function actingFor(db: Db, branchId: number): Person[] {
	const own = holdersOf(db, 'secretary', [branchId]);
	return own.length > 0 ? own : officersFor(db, branchId);
}
