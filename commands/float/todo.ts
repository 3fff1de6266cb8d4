import { openFloats } from '../../db/floats.ts';
import { openTransferOf } from '../../db/transfers.ts';
import { todo } from '../../src/bot/command.ts';
import { opens } from '../../src/cards/opens.ts';
import { sayDate } from '../../src/cards/when.ts';
import type { Key } from '../../src/locales/index.ts';
import { clockState, contactDue, floatClock, relationFollows } from '../../src/rules/floats.ts';

/** People away with whom the branch should be in touch, and whose relation has to follow them. */
export const floatsWaiting = todo(({ t, db, managed, today }) => {
	const floats = openFloats(db, managed);
	const silent = floats.filter(({ since, contactedOn }) => contactDue(since, contactedOn) <= today);
	const due = floats.filter(
		(each) =>
			relationFollows(each) &&
			clockState(each.since, today) === 'due' &&
			openTransferOf(db, each.personId) === undefined,
	);
	const button = (label: Key, command: string, [first]: typeof floats) =>
		first ? [opens(t(label, { name: first.name }), command, { person: String(first.personId) })] : [];
	return {
		items: [
			...due.map(({ name, since }) =>
				t('float.todo-transfer', { name, due: sayDate(t, floatClock(since).due, today) }),
			),
			...silent.map(({ name, since, contactedOn }) =>
				t('float.todo-contact', { name, due: sayDate(t, contactDue(since, contactedOn), today) }),
			),
		],
		buttons: [
			...button('float.todo-transfer-button', 'transfer.start', due),
			...button('float.todo-contact-button', 'float', silent),
		],
	};
});
