import { z } from 'zod';
import { waysOpen } from '../../db/duty.ts';
import { askedFrom, reroute } from '../../db/tickets.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { moveCard } from '../../src/cards/ticket-asking.ts';
import { ROUTES } from '../../src/rules/tickets.ts';
import { theTicket } from './find.ts';
import { helperNames } from './names.ts';
import { keyOf, redrawAll, sayOwn, takeBackStep, tellDuty, tellMoved } from './notify.ts';

/** 换一位: the requester turns to another side; whoever had it, or waited to, sees nothing of it any more. */
export const moveTicket = command({
	name: 'ticket.move',
	words: ['换一位', '换个人办', 'somebody else'],
	who: 'anyone',
	page: 'help',
	guarded: true,
	writes: true,
	undo: takeBackStep,
	purpose: 'ticket.move-purpose',
	examples: [{ say: '换一位 #12', given: ['own request'] }],
	args: { ticket: numbered('ticket'), route: { schema: z.enum(ROUTES).optional() } },
	run(turn, { ticket, route }) {
		const found = theTicket(turn, 'move', ticket);
		const { id, assigneeId } = found;
		const ways = waysOpen(turn.db, askedFrom(turn.vault, found), turn.now);
		const others = ways.filter((way) => way.route !== found.route);
		if (others.length === 0) throw new Refusal('ticket.nobody-else-asked', { id });
		const chosen = others.find((way) => way.route === route);
		if (!chosen) {
			const named = others.map((way) => ({ route: way.route, names: helperNames(turn.t, way.people) }));
			turn.say(moveCard(turn.t, id, named), { about: keyOf(id) });
			return;
		}
		reroute(turn.db, turn.act(), found, chosen.route, chosen.node);
		redrawAll(turn, id);
		if (assigneeId !== null) tellMoved(turn, id, assigneeId);
		tellDuty(turn, id, chosen.people);
		sayOwn(turn, id);
	},
});
