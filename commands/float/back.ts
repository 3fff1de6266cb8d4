import { end, floatsOf } from '../../db/floats.ts';
import { openTransferOf } from '../../db/transfers.ts';
import { dayBehind } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { opens } from '../../src/cards/opens.ts';
import { sayDate } from '../../src/cards/when.ts';
import { isName } from '../../src/reading/roster/index.ts';
import { floatPerson } from './person.ts';
import { theFloat, visibleFloats, whichFloat } from './whose.ts';

/** 我要返回: who says so has not come back yet. */
const NOT_YET = /[要想会得快将](?:去|准备)?(?:返回|回来)|(?:going|coming|will be|soon) back/iu;
const OWN = /我|\bI\b/u;

/** 已回来: the entry ends; said by who runs the branch, or by the person. */
export const cameBack = command({
	name: 'float.back',
	words: ['已回来', '我回来了', '回来了', '已返回', '返回', 'back'],
	who: 'anyone',
	page: 'moves',
	answer: true,
	undo: 'restore',
	purpose: 'float.back-purpose',
	examples: ['我回来了', '已回来 张三 昨天'],
	glued: (rest) => isName(rest.replace(/\s.*$/, '')),
	args: { on: dayBehind(), person: floatPerson() },
	run(turn, { on = turn.today, person }) {
		const { db, t, today, me, update } = turn;
		const words = update.kind === 'message' ? update.text : '';
		if (NOT_YET.test(words)) throw new Refusal('float.not-back-yet');
		const own = person === undefined && OWN.test(words);
		const among = own ? floatsOf(db, me.id) : visibleFloats(turn);
		if (own && among.length === 0) throw new Refusal('float.none-own');
		// A tap that names nobody may have meant somebody else: 「是，我回来了」, said by the secretary of 张三.
		const [only] = among;
		if (update.kind === 'tap' && person === undefined && among.length === 1 && only?.personId !== me.id)
			throw whichFloat(turn, among, 'float.back', { on });
		const entry = theFloat(turn, person, among, 'float.back', { on });
		if (on > today) throw new Refusal('float.not-in-future');
		if (on < entry.since && entry.since <= today) throw new Refusal('float.back-before');
		const transfer = openTransferOf(db, entry.personId);
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
