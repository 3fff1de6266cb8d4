import { meetingsAhead } from '../../db/meetings.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { listCard } from '../../src/cards/list.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { buttonsFor } from './which.ts';

/** What is ahead for the speaker and in the branches they look after. */
export function showAhead(turn: Turn): void {
	const { t } = turn;
	const ahead = meetingsAhead(turn.db, turn.me, turn.managed, turn.now);
	const runsSome = turn.managed.length > 0;
	const severalBranches = new Set(ahead.map(({ branchId }) => branchId)).size > 1;
	const buttons = buttonsFor(turn, ahead.slice(0, 2), 'meeting', {});
	const planButton = {
		label: t('meeting.plan-button'),
		action: { command: 'meeting.form', args: {} },
		style: 'primary' as const,
	};
	turn.say(
		listCard(t, {
			title: t('meeting.ahead'),
			items: ahead.map((each) =>
				[
					t('meeting.ahead-line', { id: each.id, line: meetingLine(t, each, turn.tenant.zone) }),
					...(each.place ? [each.place] : []),
					...(severalBranches ? [each.branch.name] : []),
				].join(t('list.dot')),
			),
			empty: t('meeting.none-ahead'),
			outro: runsSome ? t('meeting.how-to-plan') : undefined,
			buttons: [...(runsSome ? [planButton] : []), ...buttons],
		}),
	);
}
