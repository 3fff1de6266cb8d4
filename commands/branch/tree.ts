import { z } from 'zod';
import { type Branch, branchByName, type branchesBelow, pathOf, setParent } from '../../db/branches.ts';
import { rosterSizes } from '../../db/roster.ts';
import { branchNamed, managedBranches, theBranch } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, listCard, undoButton } from '../../src/cards/frames.ts';
import { readLastWord } from '../../src/reading/organisations.ts';

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

/** 支部 隶属: hangs a branch below another; in a group that group's own. */
export const placeUnder = command({
	name: 'branch.place-under',
	words: ['支部 隶属', '隶属', 'branch under'],
	who: 'officer',
	page: 'branch',
	replies: 'here',
	writes: true,
	undo: 'restore',
	purpose: 'place-under.purpose',
	examples: [
		{ say: '支部 隶属 高新区两新党委', given: ['committee'] },
		{ say: '支部 隶属 星光电子党支部 高新区两新党委', given: ['committee'] },
	],
	glued: () => false,
	args: {
		parent: {
			schema: z.string().trim().min(2),
			longest: 60,
			read: (said) => said.takeRead(readLastWord)?.words,
			question: 'place-under.ask',
		},
		branch: branchNamed(),
	},
	run(turn, { parent: parentName, branch: id }) {
		const branch = theBranch(turn, id);
		const parent = branchByName(turn.db, parentName);
		if (!parent || !turn.runs(parent.id)) throw new Refusal('place-under.unknown', { name: parentName });
		if (pathOf(turn.db, parent.id).includes(branch.id)) {
			throw new Refusal('place-under.circle', { name: branch.name, parent: parent.name });
		}
		if (!setParent(turn.db, turn.act(), branch.id, parent.id)) {
			throw new Refusal('place-under.already', { name: branch.name, parent: parent.name });
		}
		turn.say(
			doneCard({
				title: turn.t('place-under.title'),
				text: turn.t('place-under.done', { name: branch.name, parent: parent.name }),
				buttons: [undoButton(turn.t, turn.update.id)],
			}),
		);
	},
});
