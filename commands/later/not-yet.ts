import { z } from 'zod';
import { button } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { askCard, opens } from '../../src/cards/frames.ts';
import { wishLabel } from '../../src/cards/wishes.ts';

/** For each wish the command that is nearest to it. */
const NEAREST = {
	development: 'roster',
	dispute: 'ticket.open',
	experience: 'help',
	export: 'stats',
	'find-time': 'meeting.form',
	headcount: 'roll',
	'list-names': 'stats',
	minutes: 'meeting',
	'my-data': 'mine',
	organisation: 'branch.list',
	pairing: 'float',
	print: 'meeting',
	report: 'stats',
	'rule-book': 'paper',
	suggest: 'ticket.open',
	term: 'branch.list',
	'whats-due': 'todo',
} as const;

function isLater(wish: string): wish is keyof typeof NEAREST {
	return Object.hasOwn(NEAREST, wish);
}

/** Says plainly that this can't be done yet, and leads to what can. */
export function sayNotYet(turn: Turn, wish: string): void {
	const { t } = turn;
	const near = isLater(wish) ? NEAREST[wish] : 'help';
	const text = `${t('offered.not-yet', { wish: wishLabel(t, wish) })}\n${t('offered.near')}`;
	turn.whisper(askCard(t('offered.not-yet-title'), text, [opens(wishLabel(t, near), near)]));
}

/** A tap on such a wish. */
export const notYet = button({
	name: 'not-yet',
	who: 'anyone',
	writes: false,
	args: { wish: { schema: z.string().refine(isLater) } },
	run(turn, { wish }) {
		sayNotYet(turn, wish);
	},
});
