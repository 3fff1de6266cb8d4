import { z } from 'zod';
import { branchById, branchesBelow } from '../../db/branches.ts';
import { actingFor } from '../../db/duty.ts';
import { askToJoin } from '../../db/registrations.ts';
import { homeOf } from '../../db/roster.ts';
import { branchNamed } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { isName } from '../../src/reading/roster/index.ts';

/** What people say of themselves that is no name. */
const NOBODY = /^(谁|什么|哪|党员|预备党员|群众|新来|新人|本支部|支部|书记|不|没|这|那|他|她|你|我)/;

/** 报到: says who somebody is; the branch's secretary confirms. */
export const register = command({
	name: 'register',
	words: ['报到', '我是', 'register'],
	who: 'anyone',
	page: 'branch',
	undo: 'restore',
	purpose: 'register.purpose',
	examples: ['报到 张三'],
	glued: (rest) => /^[\p{Script=Han}·]{2,4}$/u.test(rest) && !NOBODY.test(rest) && isName(rest),
	args: {
		branch: branchNamed(),
		name: {
			schema: z
				.string()
				.trim()
				.regex(/^[\p{Script=Han}·]{2,15}$|^[\p{L}][\p{L} .'-]{1,40}$/u)
				.refine((name) => !NOBODY.test(name)),
			read(said) {
				said.take(/^(我(是|叫)|姓名[:：]?|名字[是叫]?[:：]?)\s*/);
				return said.take(/[\p{Script=Han}·]{2,15}|[A-Za-z][A-Za-z .'-]{1,40}/u)?.[0];
			},
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
		for (const decider of actingFor(turn.db, branchId)) {
			turn.notify(
				decider.id,
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
