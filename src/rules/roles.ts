/** What somebody may do follows from the roles they hold for a node of the tree. */
export type RoleName = 'secretary' | 'committee-member' | 'officer' | 'instructor';

export interface HeldRole {
	readonly role: RoleName;
	/** Null: the whole tree. */
	readonly branchId: number | null;
}

/** A node with everything above it, nearest first. */
export type Path = readonly number[];

/** An officer looks after a node and all that hangs below it. */
export function isOfficerOf(roles: readonly HeldRole[], path: Path): boolean {
	return roles.some(
		({ role, branchId }) => role === 'officer' && (branchId === null || path.includes(branchId)),
	);
}

/** Runs the branch's meetings and roster: its own secretary, or an officer above. */
export function runsBranch(roles: readonly HeldRole[], path: Path): boolean {
	const [branch] = path;
	return (branch !== undefined && isSecretaryOf(roles, branch)) || isOfficerOf(roles, path);
}

/** The branch's own secretary: why somebody stays away is promised to nobody else, and their own people's names need no reason. */
export function isSecretaryOf(roles: readonly HeldRole[], branchId: number): boolean {
	return roles.some((held) => held.role === 'secretary' && held.branchId === branchId);
}

/** Whether the role is held anywhere at all. */
export function holds(roles: readonly HeldRole[], role: RoleName): boolean {
	return roles.some((held) => held.role === role);
}
