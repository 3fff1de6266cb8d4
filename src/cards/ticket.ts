import type { Ticket } from '../../db/tickets.ts';
import type { Block, Button, Card, Rich } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import { HOTLINES } from '../rules/tickets.ts';

/** Of a request nothing but this: never what it is about. */
export type TicketFace = Pick<Ticket, 'id' | 'category' | 'route' | 'state'>;

/** A button that says a command about one ticket; `opens`: the card it stands on stays; `words` go along. */
export function ticketButton(
	label: string,
	command: string,
	id: number,
	{
		style,
		opens,
		words = {},
	}: {
		readonly style?: Button['style'];
		readonly opens?: boolean;
		readonly words?: Readonly<Record<string, string>>;
	} = {},
): Button {
	return { label, action: { command, args: { ticket: String(id), ...words }, opens }, style };
}

/** What the requester sees: the receipt first, with who was `told`, later how far it is; `others`: it could go another way. Nothing of the story. */
export function ownCard(
	t: Words,
	face: TicketFace,
	told: string,
	assignee: Rich | undefined,
	others: boolean,
): Card {
	const { id, state } = face;
	const add = ticketButton(t('ticket.add'), 'ticket.write', id, { opens: true });
	const withdraw = ticketButton(t('ticket.withdraw'), 'ticket.withdraw', id, { style: 'plain', opens: true });
	const other = others ? [ticketButton(t('ticket.other-person'), 'ticket.move', id, { opens: true })] : [];
	const reopen = ticketButton(t('ticket.not-solved'), 'ticket.reopen', id);
	const satisfied = ticketButton(t('ticket.satisfied'), 'ticket.confirm', id, { style: 'primary' });
	const facts: (readonly [string, Rich])[] = [
		[t('ticket.category'), t(`ticket.${face.category}`)],
		[t('ticket.asked'), t(`ticket.${face.route}`)],
	];
	if (assignee && state !== 'withdrawn') facts.push([t('ticket.assignee'), assignee]);
	const looks = {
		open: [
			'ticket.received',
			told ? 'ticket.received-text' : 'ticket.received-nobody',
			[add, ...other, withdraw],
		],
		taken: ['ticket.own-taken', 'ticket.own-taken-text', [add, ...other, withdraw]],
		done: ['ticket.own-done', 'ticket.own-done-text', [satisfied, reopen, add]],
		confirmed: ['ticket.own-confirmed', 'ticket.own-confirmed-text', [reopen]],
		withdrawn: ['ticket.own-withdrawn', 'ticket.own-withdrawn-text', []],
	} as const;
	const [title, text, buttons] = looks[state];
	return {
		title: t(title, { id }),
		tone: state === 'withdrawn' ? 'careful' : 'good',
		body: [
			{ kind: 'text', text: t(text, { names: told, number: HOTLINES[face.category] }) },
			{ kind: 'facts', rows: facts },
			...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
		],
	};
}

/** What whoever is on duty sees: number, category and age, never who or why. */
export function dutyCard(t: Words, face: TicketFace, age: string, mine: boolean): Card {
	const { id, state } = face;
	const title = {
		open: 'ticket.duty-open',
		taken: mine ? 'ticket.duty-yours' : 'ticket.duty-taken',
		done: mine ? 'ticket.duty-yours' : 'ticket.duty-taken',
		confirmed: 'ticket.duty-over',
		withdrawn: 'ticket.duty-over',
	} as const;
	const open = state === 'open';
	const facts: (readonly [string, Rich])[] = [
		[t('ticket.category'), t(`ticket.${face.category}`)],
		...(open ? [[t('ticket.waiting'), age] as const] : []),
		[t('ticket.state-name'), t(`ticket.state.${state}`)],
	];
	const take = ticketButton(t('ticket.take'), 'ticket.take', id, { style: 'primary', opens: true });
	return {
		title: t(title[state], { id }),
		tone: open ? 'urgent' : 'plain',
		...(open && { lockScreen: t('ticket.summary-duty') }),
		body: [
			{ kind: 'facts', rows: facts },
			...(open
				? ([
						{ kind: 'text', text: t('ticket.duty-open-text') },
						{ kind: 'buttons', buttons: [take] },
					] as const)
				: []),
		],
	};
}

export interface WrittenWord {
	readonly byRequester: boolean;
	readonly text: string;
}

/** What only the assignee sees: the story, what was written, and what can be done. */
export function workCard(
	t: Words,
	face: TicketFace,
	told: { readonly requester: Rich; readonly story: string; readonly words: readonly WrittenWord[] },
): Card {
	const { id, state } = face;
	const title = {
		open: 'ticket.work-title',
		taken: 'ticket.work-title',
		done: 'ticket.work-done',
		confirmed: 'ticket.work-confirmed',
		withdrawn: 'ticket.work-withdrawn',
	} as const;
	const body: Block[] = [
		{
			kind: 'facts',
			rows: [
				[t('register.name'), told.requester],
				[t('ticket.category'), t(`ticket.${face.category}`)],
			],
		},
	];
	// What was withdrawn or is over needs nobody's eyes any more.
	if (state !== 'withdrawn' && state !== 'confirmed') {
		body.push({ kind: 'text', text: [{ bold: t('ticket.story') }, `\n${told.story}`] });
		if (told.words.length > 0) {
			body.push({ kind: 'text', text: [{ bold: t('ticket.work-words') }] });
			const line = ({ byRequester, text }: WrittenWord) =>
				t(byRequester ? 'ticket.word-requester' : 'ticket.word-assignee', { text });
			body.push({ kind: 'list', items: told.words.map(line) });
		}
	}
	const reply = ticketButton(t('ticket.reply'), 'ticket.write', id, { style: 'primary', opens: true });
	const pass = ticketButton(t('ticket.pass'), 'ticket.pass', id, { opens: true });
	const finish = ticketButton(t('ticket.finish'), 'ticket.finish', id, { opens: true });
	if (state === 'taken') body.push({ kind: 'buttons', buttons: [reply, finish, pass] });
	if (state === 'done') body.push({ kind: 'buttons', buttons: [reply] });
	return {
		title: t(title[state], { id }),
		tone: state === 'taken' ? 'careful' : 'plain',
		lockScreen: t('ticket.summary-duty'),
		body,
	};
}

/** Nothing is left for this reader: passed on, or deleted. */
export function emptyCard(t: Words, title: string): Card {
	return {
		title,
		tone: 'plain',
		body: [{ kind: 'text', text: t('ticket.nothing-left') }],
	};
}

/** A word from the other side; what is over is not replied to any more. */
export function wordCard(t: Words, id: number, text: string, open: boolean): Card {
	const reply = ticketButton(t('ticket.reply'), 'ticket.write', id, { style: 'primary', opens: true });
	return {
		title: t('ticket.word-title', { id }),
		tone: 'plain',
		body: [{ kind: 'text', text }, ...(open ? [{ kind: 'buttons' as const, buttons: [reply] }] : [])],
	};
}
