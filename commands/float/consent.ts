import { actingFor } from '../../db/duty.ts';
import { addStranger, contactOf, floatById, nameStranger, register } from '../../db/floats.ts';
import { touchedBy } from '../../db/undo.ts';
import { button } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { putBack } from '../../src/bot/undo.ts';
import { floatCard, floatFacts } from '../../src/cards/float.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import type { KeyFor } from '../../src/locales/index.ts';
import { checkedWords, type FloatArgs } from './args.ts';
import { type Subject, subjectOf } from './draft.ts';
import { visibleFloats } from './find.ts';
import { wordsOf } from './register.ts';

/** 同意，登记: what waited for this tap is written down, and those who look after it are told. */
export const consentToFloat = button({
	name: 'float.consent',
	who: 'anyone',
	writes: true,
	undo: takeBack,
	args: {},
	run(turn) {
		if (sayAgain(turn)) return;
		const args = waiting(turn);
		const subject = subjectOf(turn, args);
		if (subject.known) throw new Refusal('float.already', { name: subject.name });
		const words = wordsOf(subject, args);
		turn.settle();
		const { db, t, today } = turn;
		const act = turn.act();
		const personId = subject.personId ?? addStranger(db, act, subject.name);
		if (subject.self) nameStranger(db, act, personId, subject.name);
		const { branch, direction } = subject;
		const entry = { ...words, personId, branchId: branch.id, direction };
		const { id } = register(db, act, turn.vault, entry);
		const shown = floatById(db, turn.vault, id);
		if (!shown) throw new Error('an entry that was just written is there');
		tellOthers(turn, { ...subject, personId });
		turn.say(
			doneCard({
				title: t('float.registered'),
				facts: floatFacts(t, { ...shown, contact: words.contact }, today),
				text: words.contact ? undefined : t('float.no-contact-yet'),
				buttons: [undoButton(t, turn.update.id)],
			}),
			{ about: `float:${id}` },
		);
	},
});

/** A second tap on the card that has become the receipt shows what was written. */
function sayAgain(turn: Turn): boolean {
	const { shown } = turn;
	const entry = visibleFloats(turn).find((each) => shown?.kind === 'float' && each.id === shown.id);
	if (!entry) return false;
	const face = { ...entry, contact: contactOf(turn.vault, entry) };
	turn.say(floatCard(turn.t, turn.book.at(turn.today), face, turn.today, entry.personId === turn.me.id), {
		about: `float:${entry.id}`,
	});
	return true;
}

export const declineFloat = button({
	name: 'float.decline',
	who: 'anyone',
	writes: false,
	args: {},
	run(turn) {
		turn.settle();
		const text = turn.t('float.declined-text');
		turn.say(doneCard({ title: turn.t('float.declined'), text, tone: 'plain' }));
	},
});

/** The entry that waits, with its words checked anew. */
function waiting(turn: Turn): FloatArgs {
	const open = turn.question();
	if (open?.command !== 'float.register' || open.missing !== null) throw new Refusal('float.expired');
	return checkedWords(open.args);
}

/** Who registers oneself is told of to who runs the branch; who is registered by the branch is told themselves. */
function tellOthers(turn: Turn, { personId, name, branch, self, direction }: Subject): void {
	const { t } = turn;
	const card = (key: KeyFor<'name' | 'branch'>) =>
		doneCard({ title: t('float.told-title'), text: t(key, { name, branch: branch.name }), tone: 'plain' });
	if (!self) {
		if (personId !== undefined) turn.notify(personId, card('float.told-person'));
		return;
	}
	const key = direction === 'out' ? 'float.told-out' : 'float.told-in';
	for (const { id } of actingFor(turn.db, branch.id)) if (id !== turn.me.id) turn.notify(id, card(key));
}

/** 撤回: the entry is gone, and who was told of it hears so. */
function takeBack(turn: Turn, undone: string): void {
	const touched = touchedBy(turn.db, undone).find(({ table }) => table === 'float');
	const entry = touched && floatById(turn.db, turn.vault, Number(touched.key.id));
	putBack(turn, undone);
	if (!entry) return;
	const { t } = turn;
	const card = doneCard({ title: t('float.told-title'), text: t('float.told-back'), tone: 'plain' });
	const self = entry.personId === turn.me.id;
	const told = self ? actingFor(turn.db, entry.branchId).map(({ id }) => id) : [entry.personId];
	for (const id of told) if (id !== turn.me.id) turn.notify(id, card);
}
