import type { Branch, branchesBelow } from '../../db/branches.ts';
import { rosterSizes } from '../../db/roster.ts';
import { managedBranches } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { listCard } from '../../src/cards/list.ts';

/** 支部 列表: the tree this person looks after, each with the size of its roster. */
export const list = command({
	name: 'branch.list',
	words: ['支部 列表', '支部列表', '支部 名单', '组织树', 'branch list'],
	who: 'secretary',
	page: 'branch',
	writes: false,
	purpose: 'branches.purpose',
	examples: ['支部 列表'],
	english: ['branch list'],
	args: {},
	run(turn) {
		const mine = managedBranches(turn);
		const sizes = rosterSizes(
			turn.db,
			mine.map(({ id }) => id),
		);
		const line = ({ branch, depth }: Placed) =>
			turn.t(branch.chatId ? 'branches.line' : 'branches.line-unbound', {
				indent: '　'.repeat(depth),
				name: branch.name,
				count: sizes.get(branch.id) ?? 0,
			});
		turn.say(
			listCard(turn.t, {
				title: turn.t('branches.title', { count: mine.length }),
				items: asTree(mine).map(line),
				empty: turn.t('branches.empty'),
			}),
		);
	},
});

interface Placed {
	readonly branch: Branch;
	readonly depth: number;
}

/** Each node under its parent; one whose parent is not in the list stands at the top. */
function asTree(branches: ReturnType<typeof branchesBelow>): Placed[] {
	const known = new Set(branches.map(({ id }) => id));
	const under = (parent: number | null, depth: number): Placed[] =>
		branches
			.filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
			.flatMap((branch) => [{ branch, depth }, ...under(branch.id, depth + 1)]);
	return under(null, 0);
}
