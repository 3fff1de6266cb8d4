import { z } from 'zod';
import {
	addBranch,
	type Branch,
	type BranchKind,
	bindChat,
	branchById,
	branchByName,
	branchOfChat,
	theCommittee,
} from '../../db/branches.ts';
import { seatAll, strangersIn } from '../../db/chats.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Errand } from '../../src/bot/registry.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { kindOfName } from '../../src/rules/branches.ts';
import { isChief } from '../role/roles.ts';

/** 支部 绑定: ties the group it is said in to a branch, which is made when there is none of that name. */
export const bind = command({
	name: 'branch.bind',
	words: ['支部 绑定', '绑定支部', '绑定 支部', '党委 绑定', 'branch bind'],
	who: 'officer',
	page: 'branch',
	answers: 'here',
	undo: 'restore',
	purpose: 'bind.purpose',
	examples: ['支部 绑定 星光电子党支部'],
	args: {
		name: {
			schema: z
				.string()
				.trim()
				.min(2)
				.max(60)
				.refine((name) => !/[@\n]/.test(name)),
			read: (said) => said.takeRest()?.replace(/^[「“"《]+|[」”"》。.!！]+$/g, ''),
			question: 'bind.ask',
		},
	},
	run(turn, { name }) {
		if (turn.chat?.kind !== 'group') throw new Refusal('bind.in-a-group');
		const known = branchByName(turn.db, name);
		if (known && !turn.runs(known.id)) throw new Refusal('refuse.not-your-branch');
		const here = branchOfChat(turn.db, turn.chat.id);
		if (here && here.id === known?.id) throw new Refusal('bind.already', { name });
		if (here && !turn.runs(here.id)) throw new Refusal('refuse.not-your-branch');
		const kind = kindOfName(name);
		const parent = parentFor(turn, kind);
		const made = known ?? addBranch(turn.db, turn.act(), { name, kind, parentId: parent?.id ?? null });
		if (!turn.runs(made.id)) throw new Refusal('refuse.not-your-branch');
		bindChat(turn.db, turn.act(), made.id, turn.chat.id);
		turn.fetch('chat-members', 'branch.count-strangers', { chatId: turn.chat.id, name });
		const under =
			parent && !known ? turn.t('bind.under', { name, parent: parent.name }) : turn.t('bind.done', { name });
		const moved = known?.chatId ? [turn.t('bind.moved')] : [];
		turn.say(
			doneCard({
				title: turn.t('bind.title'),
				text: [under, ...moved].join('\n'),
				buttons: [undoButton(turn.t, turn.update.id)],
			}),
		);
	},
});

/** A new branch hangs below the officer's own node, else below the only committee there is. */
function parentFor(turn: Turn, kind: BranchKind): Branch | undefined {
	const own = turn.me.roles.flatMap(({ role, branchId }) =>
		role === 'officer' && branchId !== null ? [branchId] : [],
	);
	const [node, ...others] = own;
	if (node !== undefined && others.length === 0 && !isChief(turn)) return branchById(turn.db, node);
	return kind === 'committee' ? undefined : theCommittee(turn.db);
}

/** How many in the group are on no roster: told to who bound it, with a way to ask them; nobody is entered by it. */
export const countStrangers: Errand = {
	name: 'branch.count-strangers',
	returns(turn, { chatId, name }, result) {
		if (result?.kind !== 'chat-members' || !chatId || !name) return;
		seatAll(turn.db, chatId, result.members);
		const { seated, strangers } = strangersIn(turn.db, chatId);
		if (strangers === 0 || !turn.hasPerson) return;
		const branch = branchOfChat(turn.db, chatId);
		if (!branch) return;
		turn.whisper({
			title: turn.t('bind.strangers-title'),
			tone: 'plain',
			body: [
				{ kind: 'text', text: turn.t('bind.strangers', { name, seated, strangers }) },
				{
					kind: 'buttons',
					buttons: [
						{
							label: turn.t('bind.ask-them'),
							action: { command: 'branch.invite-registration', args: { branch: String(branch.id) } },
							style: 'primary',
						},
					],
				},
			],
		});
	},
};
