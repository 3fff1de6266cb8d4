import { branchById, theCommittee } from '../../db/branches.ts';
import type { Person } from '../../db/people.ts';
import { homeOf } from '../../db/roster.ts';
import { branchNamed, managedBranches, oneOf, person } from '../../src/bot/arguments/index.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { ROLE_WORDS } from '../../src/reading/people.ts';
import type { HeldRole, RoleName } from '../../src/rules/roles.ts';

const ROLE_NAMES = ['secretary', 'committee-member', 'officer', 'instructor'] as const;

/** What both 设为 and 卸任 take, in any order. */
export const roleArgs = {
	role: oneOf<RoleName>(ROLE_WORDS, ROLE_NAMES),
	branch: branchNamed({ elsewhere: true }),
	person: person('role.ask-person'),
};

/** Null: the whole tree. */
interface Node {
	readonly id: number | null;
	readonly name: string;
}

/**
 * The node a role is held for: the one named or the group's, the person's own branch, the only one there is. Officers
 * look after a committee's part of the tree; the chief officer's second, where there is no committee, after all of it.
 */
export function nodeFor(turn: Turn, role: RoleName, branchId: number | undefined, holder: Person): Node {
	if (branchId !== undefined) return theirs(turn, branchId);
	if (role === 'officer') return officersNode(turn);
	const home = homeOf(turn.db, holder.id);
	// Of another's branch nobody hears that somebody is in it.
	if (home && turn.runs(home.id)) return theirs(turn, home.id);
	const [only, ...others] = managedBranches(turn);
	if (!only || others.length > 0) throw new Refusal('refuse.name-the-branch');
	return only;
}

function officersNode(turn: Turn): Node {
	const committee = theCommittee(turn.db);
	if (committee && turn.runs(committee.id)) return committee;
	if (!isChief(turn)) throw new Refusal('refuse.name-the-branch');
	return { id: null, name: turn.t('role.whole-tree') };
}

function theirs(turn: Turn, branchId: number): Node {
	const named = branchById(turn.db, branchId);
	if (!named || !turn.runs(named.id)) throw new Refusal('refuse.not-your-branch');
	return named;
}

/** Whether the speaker is an officer of the whole tree. */
export function isChief({ me }: Turn): boolean {
	return me.roles.some(({ role, branchId }) => role === 'officer' && branchId === null);
}

/** 「“星光电子党支部”书记」 */
export function roleLine({ db, t }: Turn, { role, branchId }: HeldRole): string {
	const branch = branchId === null ? t('role.whole-tree') : (branchById(db, branchId)?.name ?? '');
	return t('role.line', { role: t(`role.${role}`), branch });
}
