import { z } from 'zod';
import { endMembership, homeOf } from '../../db/roster.ts';
import { oneOf, person, thePerson } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';

const WHYS = ['转出', '误加', '去世', '停止党籍', '其他'] as const;

/** 调出: somebody is no longer on the roster; the formal relation is not touched by it. */
export const moveOut = command({
	name: 'roster.move-out',
	words: ['调出', '名册 移除', '名册移除', '移出名册', 'roster remove'],
	who: 'secretary',
	page: 'branch',
	writes: true,
	undo: 'restore',
	purpose: 'move-out.purpose',
	examples: ['调出 @张三 转出', '调出 张三 误加'],
	glued: () => false,
	args: {
		why: {
			...oneOf(Object.fromEntries(WHYS.map((why) => [why, why])), WHYS),
			schema: z.enum(WHYS).default('其他'),
		},
		person: person('move-out.ask'),
	},
	run(turn, { person: ref, why }) {
		const who = thePerson(turn, ref);
		const home = homeOf(turn.db, who.id);
		const name = who.name ?? '';
		if (!home || !turn.runs(home.id)) throw new Refusal('refuse.unknown-person', { name });
		endMembership(turn.db, turn.act(), who.id, home.id, why);
		turn.say(
			doneCard({
				title: turn.t('move-out.title'),
				lockScreen: turn.t('roster.done-summary'),
				text: turn.t('move-out.done', { name, branch: home.name, why }),
				buttons: [undoButton(turn.t, turn.update.id)],
			}),
		);
	},
});
