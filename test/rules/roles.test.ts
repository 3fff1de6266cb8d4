import { expect, test } from 'vitest';
import { type HeldRole, holds, isOfficerOf, type RoleName, runsBranch } from '../../src/rules/roles.ts';

/** Branch 3 hangs below 2, that below 1; 4 hangs beside 3. */
const PATH = [3, 2, 1];
const held = (role: RoleName, branchId: number | null): HeldRole => ({ role, branchId });

test.each<[string, readonly HeldRole[], boolean, boolean]>([
	['nobody', [], false, false],
	['its own secretary', [held('secretary', 3)], true, false],
	['the secretary of the node above', [held('secretary', 2)], false, false],
	['the neighbour’s secretary', [held('secretary', 4)], false, false],
	['a secretary of nowhere', [held('secretary', null)], false, false],
	['its committee member', [held('committee-member', 3)], false, false],
	['its instructor', [held('instructor', 3)], false, false],
	['an officer of the branch itself', [held('officer', 3)], true, true],
	['an officer at the top', [held('officer', 1)], true, true],
	['an officer of the whole tree', [held('officer', null)], true, true],
	['an officer beside it', [held('officer', 4)], false, false],
	['somebody with several roles', [held('instructor', 4), held('secretary', 3)], true, false],
	['an officer beside it, and its secretary', [held('officer', 4), held('secretary', 3)], true, false],
])('%s', (_who, roles, runs, looksAfter) => {
	expect(runsBranch(roles, PATH)).toBe(runs);
	expect(isOfficerOf(roles, PATH)).toBe(looksAfter);
});

test('a role is held wherever it is held', () => {
	const roles = [held('secretary', 3), held('instructor', 4)];
	expect(holds(roles, 'secretary')).toBe(true);
	expect(holds(roles, 'instructor')).toBe(true);
	expect(holds(roles, 'officer')).toBe(false);
	expect(holds([], 'secretary')).toBe(false);
});
