import { carriedBy, lastSentTo, sentTo } from '../../db/reminders.ts';
import { carried } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';

/** 为什么: the rule, the source and the arithmetic behind the last reminder, or the one whose card was tapped. */
export const why = command({
	name: 'why',
	words: ['为什么', '为什么提醒我', '为啥提醒我', '怎么又提醒我', 'why'],
	who: 'anyone',
	page: 'reminders',
	writes: false,
	purpose: 'why.purpose',
	examples: [{ say: '为什么', given: ['reminded'] }],
	args: { carrier: carried(), reminder: carried() },
	run(turn, { carrier, reminder }) {
		const subject = reminder === undefined ? messageOf(turn, carrier) : ownReminder(turn, reminder);
		if (subject === undefined) throw new Refusal('why.none');
		turn.say({ view: 'reminders.why', subject });
	},
});

/** What carried the reminder that is meant: the card's, else the last one. */
function messageOf({ db, me }: Turn, carrier: string | undefined): string | undefined {
	if (carrier === undefined) return lastSentTo(db, me.id)[0]?.turn ?? undefined;
	return carriedBy(db, carrier).some(({ personId, state }) => personId === me.id && state === 'sent')
		? carrier
		: undefined;
}

function ownReminder({ db, me }: Turn, id: string): string | undefined {
	return sentTo(db, me.id, Number(id))?.id.toString();
}
