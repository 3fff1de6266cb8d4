import { z } from 'zod';
import { actingFor } from '../../db/duty.ts';
import { askToJoin } from '../../db/registrations.ts';
import { homeOf } from '../../db/roster.ts';
import { anyBranch, branchNamed } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { isName } from '../../src/reading/roster/index.ts';
import { registrationView, registrationWaiting } from './decide.ts';
import { nameAccount } from './greetings.ts';

/** What people say of themselves that is no name. */
const NOBODY = /^(谁|什么|哪|党员|预备党员|群众|新来|新人|本支部|支部|书记|不|没|这|那|他|她|你|我)/;

/** 报到: says who somebody is; the branch's secretary confirms. */
export const register = command({
	name: 'register',
	words: ['报到', '我是', 'register'],
	who: 'anyone',
	page: 'branch',
	writes: true,
	undo: 'restore',
	purpose: 'register.purpose',
	examples: [{ say: '报到 张三', given: ['off the roster'] }],
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
		const { id: branchId, name: branchName } = anyBranch(turn, branch, {
			question: new Refusal('register.which-branch'),
			tooMany: new Refusal('register.name-branch', { name }),
		});
		const asked = askToJoin(turn.db, turn.act(), turn.me.id, name, branchId);
		if (turn.me.openId) turn.send(nameAccount, { openId: turn.me.openId });
		for (const decider of actingFor(turn.db, branchId)) {
			turn.notify(decider.id, registrationView.of({ registration: asked.id }), {
				about: `registration:${asked.id}`,
				condition: registrationWaiting.of({ registration: asked.id }),
			});
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
