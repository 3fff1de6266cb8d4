import { z } from 'zod';
import { actingFor } from '../../db/duty.ts';
import { hostOf } from '../../db/host.ts';
import { noticed } from '../../db/people.ts';
import { askToJoin, registrationOf } from '../../db/registrations.ts';
import { homeOf } from '../../db/roster.ts';
import { anyBranch, branchNamed, carried } from '../../src/bot/arguments/index.ts';
import { button, command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Button } from '../../src/bot/vocabulary/index.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { noticeCard } from '../../src/cards/notice.ts';
import { sentence } from '../../src/locales/index.ts';
import { isNameAlone, isOwnName, readOwnName } from '../../src/reading/people.ts';
import { isNoticed } from '../notice/notice.ts';
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
		/** The notice was read: only its button says so. */
		seen: carried(),
	},
	run(turn, { name, branch, seen }) {
		const home = homeOf(turn.db, turn.me.id);
		if (home) throw new Refusal('register.already', { branch: home.name, name: turn.me.name ?? name });
		const { id: branchId, name: branchName } = anyBranch(turn, branch, {
			question: sentence('register.which-branch'),
			tooMany: sentence('register.name-branch', { name }),
		});
		if (seen === 'yes') noticed(turn.db, turn.me.id, turn.now);
		if (!isNoticed(turn.db, turn.me.id)) {
			turn.found('branch', String(branchId));
			turn.say(noticeCard(turn.t, hostOf(turn.db), consents(turn)));
			return;
		}
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

function consents(turn: Turn): Button[] {
	const { t } = turn;
	return [
		{ label: t('register.go-on'), action: turn.again({ seen: 'yes' }), style: 'primary' },
		{ label: t('register.not-now'), action: { command: 'register.not-now', args: {} } },
	];
}

/** 先不报到: nothing was passed on. */
export const registerNotNow = button({
	name: 'register.not-now',
	who: 'anyone',
	writes: false,
	args: {},
	run(turn) {
		turn.settle();
		const text = turn.t('register.left-text');
		turn.say(doneCard({ title: turn.t('register.left'), text, tone: 'plain' }));
	},
});
