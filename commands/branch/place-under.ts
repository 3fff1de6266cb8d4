import { z } from 'zod';
import { branchByName, pathOf, setParent } from '../../db/branches.ts';
import { branchNamed, theBranch } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';

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
	examples: ['支部 隶属 高新区两新党委', '支部 隶属 星光电子党支部 高新区两新党委'],
	glued: () => false,
	args: {
		parent: {
			schema: z.string().trim().min(2).max(60),
			read: (said) => said.take(/\S+$/)?.[0],
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
