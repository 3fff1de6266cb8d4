import { contactOf, openFloats } from '../../db/floats.ts';
import { openTransferOf } from '../../db/transfers.ts';
import { command, todo } from '../../src/bot/command.ts';
import { mayLook, whyLooking } from '../../src/bot/looking.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Button } from '../../src/bot/vocabulary/index.ts';
import { floatCard, floatLine } from '../../src/cards/float.ts';
import { listCard, opens } from '../../src/cards/frames.ts';
import { sayDate } from '../../src/cards/when.ts';
import type { KeyFor } from '../../src/locales/index.ts';
import { clockState, contactDue, floatClock, relationFollows } from '../../src/rules/floats.ts';
import { floatPerson, theFloat, visibleFloats } from './find.ts';

/** 流动: who is away or here; with a name one entry with all that is known; a member sees the own one. */
export const floatList = command({
	name: 'float',
	words: ['流动', '流动党员', '外出', 'floats'],
	who: 'anyone',
	page: 'moves',
	writes: false,
	purpose: 'float.purpose',
	examples: ['流动'],
	args: { person: floatPerson(), why: whyLooking() },
	run(turn, { person, why }) {
		const visible = visibleFloats(turn);
		if (person === undefined && turn.managed.length > 0) {
			sayList(turn, why);
			return;
		}
		if (visible.length === 0 && person === undefined) {
			turn.say({
				title: turn.t('float.none-own'),
				tone: 'plain',
				body: [{ kind: 'buttons', buttons: [registerButton(turn, 'primary')] }],
			});
			return;
		}
		const entry = theFloat(turn, person, visible);
		const { branchId, personId } = entry;
		const sights = personId === turn.me.id ? [] : [{ what: 'floats' as const, branchId, personId }];
		if (!mayLook(turn, sights, why)) return;
		const face = { ...entry, contact: contactOf(turn.vault, entry) };
		turn.say(floatCard(turn.t, turn.book.at(turn.today), face, turn.today, entry.personId === turn.me.id));
	},
});

function registerButton({ t }: Turn, style: Button['style']): Button {
	return opens(t('float.register-button'), 'float.form', {}, style);
}

function sayList(turn: Turn, why: string | undefined): void {
	const { t, today, managed } = turn;
	const rules = turn.book.at(today);
	const floats = openFloats(turn.db, turn.vault, managed);
	const branches = [...new Set(floats.map(({ branchId }) => branchId))];
	const sights = branches.map((branchId) => ({ what: 'floats' as const, branchId }));
	if (!mayLook(turn, sights, why)) return;
	const count = (direction: string) => floats.filter((each) => each.direction === direction).length;
	const buttons =
		floats.length === 0
			? [registerButton(turn, 'primary')]
			: [
					opens(t('float.contacted-button'), 'float.contacted', {}, 'primary'),
					opens(t('float.back-button'), 'float.back'),
					opens(t('float.transfer-button'), 'transfer.start'),
					registerButton(turn, 'plain'),
				];
	turn.say(
		listCard(t, {
			title: t('float.list-title'),
			intro: floats.length > 0 ? t('float.list-intro', { out: count('out'), in: count('in') }) : undefined,
			items: floats.map((each) => floatLine(t, rules, each, today, managed.length > 1)),
			empty: t('float.list-empty'),
			outro: floats.length > 0 ? t('float.list-outro') : undefined,
			buttons,
		}),
	);
}

/** People away with whom the branch should be in touch, and whose relation has to follow them. */
export const floatsWaiting = todo(({ t, db, managed, today, book, vault }) => {
	const rules = book.at(today);
	const floats = openFloats(db, vault, managed);
	const silent = floats.filter(({ since, contactedOn }) => contactDue(rules, since, contactedOn) <= today);
	const due = floats.filter(
		(each) =>
			relationFollows(each) &&
			clockState(rules, each.since, today) === 'due' &&
			openTransferOf(db, vault, each.personId) === undefined,
	);
	const button = (label: KeyFor<'name'>, command: string, [first]: typeof floats) =>
		first ? [opens(t(label, { name: first.name }), command, { person: String(first.personId) })] : [];
	return {
		items: [
			...due.map(({ name, since }) =>
				t('float.todo-transfer', {
					name,
					due: sayDate(t, floatClock(rules, since).due, today),
					months: rules.value('transfer.due'),
				}),
			),
			...silent.map(({ name, since, contactedOn }) =>
				t('float.todo-contact', { name, due: sayDate(t, contactDue(rules, since, contactedOn), today) }),
			),
		],
		buttons: [
			...button('float.todo-transfer-button', 'transfer.start', due),
			...button('float.todo-contact-button', 'float', silent),
		],
	};
});
