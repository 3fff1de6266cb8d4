import { noteContact, openFloats } from '../../db/floats.ts';
import { dayBehind } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { sayDate } from '../../src/cards/when.ts';
import { isName } from '../../src/reading/roster/index.ts';
import { contactDue } from '../../src/rules/floats.ts';
import { floatPerson } from './person.ts';
import { theFloat } from './whose.ts';

/** 已联系: the branch was in touch with somebody away; today unless a day is named. */
export const contacted = command({
	name: 'float.contacted',
	words: ['已联系', '联系过', 'contacted'],
	who: 'secretary',
	page: 'moves',
	answer: true,
	undo: 'restore',
	purpose: 'float.contacted-purpose',
	examples: ['已联系 张三', '已联系 @张三 昨天'],
	glued: (rest) => isName(rest.replace(/\s.*$/, '')),
	args: { on: dayBehind(), person: floatPerson() },
	run(turn, { on = turn.today, person }) {
		const { db, t, today } = turn;
		const among = openFloats(db, turn.managed);
		const entry = theFloat(turn, person, among, 'float.contacted', { on });
		if (on > today) throw new Refusal('float.not-in-future');
		noteContact(db, turn.act(), entry, on);
		const last = entry.contactedOn !== null && entry.contactedOn > on ? entry.contactedOn : on;
		const due = sayDate(t, contactDue(entry.since, last), today);
		turn.say(
			doneCard({
				title: t('float.contact-noted'),
				text: t('float.contact-noted-text', { name: entry.name, on: sayDate(t, on, today), due }),
				buttons: [undoButton(t, turn.update.id)],
			}),
		);
	},
});
