import { z } from 'zod';
import { branchById, branchesBelow, branchOfChat, pathOf } from '../../db/branches.ts';
import { chiefOfficers, holdersOf, personById } from '../../db/people.ts';
import { askToJoin } from '../../db/registrations.ts';
import { homeOf } from '../../db/roster.ts';
import { type Arg, command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';

/** Any branch that is named, since somebody who is new looks after none; in a group, that group's. */
const anyBranch: Arg<number | undefined> = {
	schema: z.coerce.number().int().positive().optional(),
	read(said, turn) {
		const all = branchesBelow(turn.db, null).sort((a, b) => b.name.length - a.name.length);
		const named = all.find(({ name }) => said.text.includes(name));
		if (named)
			said.takeSpan(said.text.indexOf(named.name), said.text.indexOf(named.name) + named.name.length);
		const here = turn.chat?.kind === 'group' ? branchOfChat(turn.db, turn.chat.id) : undefined;
		return (named ?? here)?.id.toString();
	},
};

/** 报到: says who somebody is; the branch's secretary confirms. */
export const register = command({
	name: 'register',
	words: ['报到', '我是', 'register'],
	who: 'anyone',
	undo: 'restore',
	purpose: 'register.purpose',
	examples: ['报到 张三'],
	glued: (rest) =>
		/^[\p{Script=Han}·]{2,4}$/u.test(rest) &&
		!/^(谁|什么|党员|群众|新来|来|去|不|你|他|她|这|那|书记)/.test(rest),
	args: {
		branch: anyBranch,
		name: {
			schema: z
				.string()
				.trim()
				.regex(/^[\p{Script=Han}·]{2,15}$|^[\p{L}][\p{L} .'-]{1,40}$/u),
			read: (said) => said.take(/[\p{Script=Han}·]{2,15}|[A-Za-z][A-Za-z .'-]{1,40}/u)?.[0],
			question: 'register.ask-name',
		},
	},
	run(turn, { name, branch }) {
		const home = homeOf(turn.db, turn.me.id);
		if (home) throw new Refusal('register.already', { branch: home.name, name: turn.me.name ?? name });
		const branchId = branch ?? onlyBranch(turn, name);
		const asked = askToJoin(turn.db, turn.act(), turn.me.id, name, branchId);
		if (turn.me.openId) turn.fetch('account-name', 'name-account', { openId: turn.me.openId });
		const branchName = branchById(turn.db, branchId)?.name ?? '';
		for (const decider of deciders(turn, branchId)) {
			turn.notify(
				decider,
				{ view: 'registration', subject: String(asked.id) },
				{ about: `registration:${asked.id}`, condition: ['registration-waiting', String(asked.id)] },
			);
		}
		turn.say(
			doneCard({
				title: turn.t('register.sent'),
				text: turn.t('register.sent-text', { name, branch: branchName }),
				buttons: [undoButton(turn.t, turn.update.id)],
			}),
		);
	},
});

/** Without a branch named: the only one there is; else buttons, or the request to name it. */
function onlyBranch(turn: Turn, name: string): number {
	const all = branchesBelow(turn.db, null).filter(({ kind }) => kind !== 'committee');
	const [only] = all;
	if (!only) throw new Refusal('register.no-branches');
	if (all.length === 1) return only.id;
	if (all.length > 8) throw new Refusal('register.name-branch', { name });
	throw new Refusal(
		'register.which-branch',
		{},
		all.map((each) => ({
			label: each.name,
			action: { command: 'register', args: { name, branch: String(each.id) } },
		})),
	);
}

/** The branch's secretaries; without one the nearest officers above, at last those of the whole tree. */
function deciders(turn: Turn, branchId: number): number[] {
	const own = holdersOf(turn.db, 'secretary', [branchId]);
	if (own.length > 0) return own.map(({ id }) => id);
	for (const node of pathOf(turn.db, branchId)) {
		const officers = holdersOf(turn.db, 'officer', [node]);
		if (officers.length > 0) return officers.map(({ id }) => id);
	}
	return chiefOfficers(turn.db)
		.map(({ id }) => id)
		.filter((id) => personById(turn.db, id) !== undefined);
}
