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
import { button, command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { accountNames, errand } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, opens, undoButton } from '../../src/cards/frames.ts';
import { kindOfName, unquoted } from '../../src/reading/organisations.ts';
import { isChief } from './roles.ts';

/** 支部 绑定: ties the group it is said in to a branch, which is made when there is none of that name. */
export const bind = command({
	name: 'branch.bind',
	words: ['支部 绑定', '绑定支部', '绑定 支部', '党委 绑定', 'branch bind'],
	who: 'officer',
	page: 'branch',
	replies: 'here',
	writes: true,
	undo: 'restore',
	purpose: 'bind.purpose',
	examples: [{ say: '支部 绑定 星光电子党支部', given: ['new group'] }],
	args: {
		name: {
			longest: 60,
			schema: z
				.string()
				.trim()
				.min(2)
				.refine((name) => !/[@\n]/.test(name)),
			read: (said) => unquoted(said.takeRest() ?? '') || undefined,
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
		turn.send(countStrangers, { chatId: turn.chat.id, name });
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
export const countStrangers = errand({
	name: 'branch.count-strangers',
	result: accountNames,
	run: (platform, { chatId = '' }) => platform.chatMembers(chatId),
	returns(turn, { chatId, name }, members) {
		if (!members || !chatId || !name) return;
		seatAll(turn.db, chatId, members);
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
});

/** Asks a branch's group to register: whoever belongs to it says so, nobody is asked by name. */
export const inviteRegistration = button({
	name: 'branch.invite-registration',
	who: 'secretary',
	writes: false,
	args: { branch: { schema: z.coerce.number().int().positive() } },
	run(turn, { branch: id }) {
		const branch = branchById(turn.db, id);
		if (!branch?.chatId || !turn.runs(branch.id)) throw new Refusal('refuse.not-your-branch');
		turn.post(branch.chatId, {
			title: turn.t('bind.register-title', { name: branch.name }),
			tone: 'plain',
			body: [
				{ kind: 'text', text: turn.t('bind.register-text') },
				{
					kind: 'buttons',
					buttons: [
						opens(turn.t('bind.register-button'), 'register', { branch: String(branch.id) }, 'primary'),
					],
				},
			],
		});
		turn.say({
			title: turn.t('bind.asked-title'),
			tone: 'good',
			body: [{ kind: 'text', text: turn.t('bind.asked', { name: branch.name }) }],
		});
	},
});
