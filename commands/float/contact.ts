import { z } from 'zod';
import { end, floatsOf, noteContact, openFloats } from '../../db/floats.ts';
import { openTransferOf } from '../../db/transfers.ts';
import { dayBehind } from '../../src/bot/arguments/index.ts';
import { type Arg, command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, opens, undoButton } from '../../src/cards/frames.ts';
import { sayDate } from '../../src/cards/when.ts';
import { type ReturnRead, readReturn, withoutReturnWord } from '../../src/reading/floats.ts';
import { beginsWithName } from '../../src/reading/people.ts';
import { contactDue } from '../../src/rules/floats.ts';
import { askWhose, floatPerson, theFloat, visibleFloats } from './find.ts';

/** 已联系: the branch was in touch with somebody away; today unless a day is named. */
export const contacted = command({
	name: 'float.contacted',
	words: ['已联系', '联系过', 'contacted'],
	who: 'secretary',
	page: 'moves',
	guarded: true,
	writes: true,
	undo: 'restore',
	purpose: 'float.contacted-purpose',
	examples: [
		{ say: '已联系 张三', given: ['away'] },
		{ say: '已联系 @张三 昨天', given: ['away'] },
	],
	glued: beginsWithName,
	args: { on: dayBehind(), person: floatPerson() },
	run(turn, { on = turn.today, person }) {
		const { db, t, today, vault } = turn;
		const among = openFloats(db, vault, turn.managed);
		const entry = theFloat(turn, person, among);
		if (on > today) throw new Refusal('float.not-in-future');
		noteContact(db, turn.act(), entry, on);
		const last = entry.contactedOn !== null && entry.contactedOn > on ? entry.contactedOn : on;
		const due = sayDate(t, contactDue(turn.book.at(today), entry.since, last), today);
		turn.say(
			doneCard({
				title: t('float.contact-noted'),
				text: t('float.contact-noted-text', { name: entry.name, on: sayDate(t, on, today), due }),
				buttons: [undoButton(t, turn.update.id)],
			}),
		);
	},
});

/** Whose return is told, and whether it has come about: 我要返回 has not. */
const told: Arg<ReturnRead | undefined> = {
	schema: z.enum(['own', 'other', 'not-yet']).optional(),
	read(said) {
		const read = readReturn(said.text);
		said.takeSpan(0, said.text.length - withoutReturnWord(said.text).length);
		return read;
	},
};

/** 已回来: the entry ends; said by who runs the branch, or by the person. */
export const cameBack = command({
	name: 'float.back',
	words: ['已回来', '我回来了', '回来了', '已返回', '返回', 'back'],
	who: 'anyone',
	page: 'moves',
	guarded: true,
	writes: true,
	undo: 'restore',
	purpose: 'float.back-purpose',
	examples: [
		{ say: '我回来了', given: ['away'] },
		{ say: '已回来 张三 昨天', given: ['away'], by: 'secretary' },
	],
	glued: beginsWithName,
	reads: 'sentence',
	args: { told, on: dayBehind(), person: floatPerson() },
	run(turn, { told: whose, on = turn.today, person }) {
		const { db, t, today, me, update, vault } = turn;
		if (whose === 'not-yet') throw new Refusal('float.not-back-yet');
		const own = person === undefined && whose === 'own';
		const among = own ? floatsOf(db, vault, me.id) : visibleFloats(turn);
		if (own && among.length === 0) throw new Refusal('float.none-own');
		// A tap that names nobody may have meant somebody else: 「是，我回来了」, said by the secretary of 张三.
		const [only] = among;
		if (update.kind === 'tap' && person === undefined && among.length === 1 && only?.personId !== me.id)
			throw askWhose(turn, among);
		const entry = theFloat(turn, person, among);
		if (on > today) throw new Refusal('float.not-in-future');
		if (on < entry.since && entry.since <= today) throw new Refusal('float.back-before');
		const transfer = openTransferOf(db, vault, entry.personId);
		end(db, turn.act(), entry, 'back', on);
		turn.say(
			doneCard({
				title: t('float.back-noted'),
				text: [
					t('float.back-noted-text', { name: entry.name, on: sayDate(t, on, today) }),
					...(transfer ? [t('float.transfer-open', { id: transfer.id })] : []),
				].join('\n'),
				buttons: [
					...(transfer
						? [opens(t('transfer.todo-button'), 'transfer', { transfer: String(transfer.id) })]
						: []),
					undoButton(t, turn.update.id),
				],
			}),
		);
	},
});
