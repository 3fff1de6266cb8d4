import { z } from 'zod';
import { actingFor } from '../../db/duty.ts';
import { askToJoin, registrationOf } from '../../db/registrations.ts';
import { homeOf } from '../../db/roster.ts';
import { anyBranch, branchNamed } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { sentence } from '../../src/locales/index.ts';
import { isNameAlone, isOwnName, readOwnName } from '../../src/reading/people.ts';
import { registrationView, registrationWaiting } from './decide.ts';
import { askName } from './greetings.ts';

/** Ours: said again within so long (ms) it is the same request; the secretary has its card already. */
const DAY = 24 * 3_600_000;

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
	glued: isNameAlone,
	args: {
		branch: branchNamed(),
		name: {
			schema: z.string().trim().refine(isOwnName),
			longest: 40,
			read: (said) => said.takeRead(readOwnName)?.words,
			question: 'register.ask-name',
		},
	},
	run(turn, { name, branch }) {
		const home = homeOf(turn.db, turn.me.id);
		if (home) throw new Refusal('register.already', { branch: home.name, name: turn.me.name ?? name });
		const { id: branchId, name: branchName } = anyBranch(turn, branch, {
			question: sentence('register.which-branch'),
			tooMany: sentence('register.name-branch', { name }),
		});
		const before = registrationOf(turn.db, turn.me.id);
		const isSame = before?.name === name && before.branchId === branchId;
		if (isSame && turn.now - before.askedAt < DAY) {
			turn.say(
				doneCard({
					title: turn.t('register.sent'),
					text: turn.t('register.sent-text', { name, branch: branchName }),
				}),
			);
			return;
		}
		const asked = askToJoin(turn.db, turn.act(), turn.me.id, name, branchId);
		askName(turn);
		for (const decider of actingFor(turn.db, branchId)) {
			turn.notify(decider.id, registrationView.of({ registration: asked.id }), {
				about: `registration:${asked.id}`,
				anyOne: true,
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
