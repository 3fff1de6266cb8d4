import { branchById, branchOfChat } from '../../db/branches.ts';
import type { Person } from '../../db/people.ts';
import { homeOf } from '../../db/roster.ts';
import { branch, managedBranches, oneOf, person } from '../../src/bot/arguments/index.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { RoleName } from '../../src/rules/roles.ts';

export const ROLE_NAMES = ['secretary', 'committee-member', 'officer', 'instructor'] as const;

/** What both 设为 and 卸任 take, in any order. */
export const roleArgs = {
	role: oneOf<RoleName>(
		{
			支部书记: 'secretary',
			党委书记: 'secretary',
			书记: 'secretary',
			支部委员: 'committee-member',
			支委: 'committee-member',
			委员: 'committee-member',
			组织员: 'officer',
			管理员: 'officer',
			指导员: 'instructor',
			联络员: 'instructor',
			secretary: 'secretary',
			officer: 'officer',
			instructor: 'instructor',
		},
		ROLE_NAMES,
	),
	branch: branch(),
	person: person('role.ask-person'),
};

/** The node a role is held for: the one named, the group's, the person's own branch, the only one there is. */
export function nodeFor(
	turn: Turn,
	branchId: number | undefined,
	holder: Person,
): { id: number; name: string } {
	const here = turn.chat?.kind === 'group' ? branchOfChat(turn.db, turn.chat.id)?.id : undefined;
	const id = branchId ?? here ?? homeOf(turn.db, holder.id)?.id;
	const named = id === undefined ? undefined : branchById(turn.db, id);
	if (named && turn.runs(named.id)) return named;
	const [only, ...others] = managedBranches(turn);
	if (!only || others.length > 0 || id !== undefined) throw new Refusal('refuse.name-the-branch');
	return only;
}
