import { dutyFor, waysOpen } from '../../db/duty.ts';
import { fateOf } from '../../db/outbox/index.ts';
import { meOf, type Person, personById } from '../../db/people.ts';
import { isOnDuty } from '../../db/scope.ts';
import { askedFrom, storyOf, type Ticket, ticketById, wordById, wordsOf } from '../../db/tickets.ts';
import { condition, id, type Scene, text, view } from '../../src/bot/view.ts';
import type { Rich } from '../../src/bot/vocabulary/index.ts';
import { doneCard } from '../../src/cards/frames.ts';
import { dutyCard, emptyCard, ownCard, wordCard, workCard } from '../../src/cards/ticket.ts';
import type { Words } from '../../src/locales/index.ts';
import { daysBetween, localDate } from '../../src/rules/dates.ts';
import { after } from '../../src/rules/tickets.ts';
import { helperNames } from './names.ts';

/** The last words that the assignee's card repeats. */
const WORDS_SHOWN = 6;

/** The requester's card. */
export const ownView = view({
	name: 'ticket-own',
	subject: { ticket: id },
	draw({ db, vault, t, now }, { ticket }) {
		const found = ticketById(db, ticket);
		if (!found) return undefined;
		const assignee = found.assigneeId === null ? undefined : personById(db, found.assigneeId);
		const asked = askedFrom(vault, found);
		const told = found.state === 'open' ? helperNames(t, dutyFor(db, asked).people) : '';
		const others = waysOpen(db, asked, now).some(({ route }) => route !== found.route);
		return ownCard(t, found, told, assignee && nameOrAccount(assignee), others);
	},
});

function nameOrAccount({ name, openId }: Person): Rich {
	return name ?? (openId ? [{ account: openId }] : '');
}

/** The card of somebody on duty. */
export const dutyView = view({
	name: 'ticket-duty',
	subject: { ticket: id, person: id },
	draw(scene, { ticket, person }) {
		const { db, t, now, zone } = scene;
		const found = ticketById(db, ticket);
		if (!found) return undefined;
		const mine = found.assigneeId === person;
		if (!mine && !isTheirDuty(scene, found, person))
			return emptyCard(t, t('ticket.duty-over', { id: ticket }));
		return dutyCard(t, found, ageOf(t, found, now, zone), mine);
	},
});

/** The assignee's card; passed on, it shows nothing any more. */
export const workView = view({
	name: 'ticket-work',
	subject: { ticket: id, person: id },
	draw(scene, { ticket, person }) {
		const found = ticketById(scene.db, ticket);
		if (!found) return undefined;
		if (found.assigneeId !== person)
			return emptyCard(scene.t, scene.t('ticket.work-passed', { id: found.id }));
		return workCard(scene.t, found, told(scene, found));
	},
});

function told({ db, vault }: Scene, found: Ticket) {
	const requester = personById(db, found.requesterId);
	const words = wordsOf(db, vault, found.id, WORDS_SHOWN);
	return {
		requester: requester ? nameOrAccount(requester) : '',
		story: storyOf(vault, found),
		words: words.map(({ by, text }) => ({ byRequester: by === found.requesterId, text })),
	};
}

/** One word, for the other side as long as it is one. */
export const wordView = view({
	name: 'ticket-word',
	subject: { ticket: id, word: id, person: id },
	draw({ db, vault, t }, { ticket, word: wordId, person }) {
		const word = wordById(db, vault, wordId);
		const about = ticketById(db, ticket);
		if (!word || !about) return emptyCard(t, t('ticket.word-gone'));
		if (person !== about.requesterId && person !== about.assigneeId)
			return emptyCard(t, t('ticket.work-passed', { id: ticket }));
		const part = person === about.requesterId ? 'requester' : 'assignee';
		return wordCard(t, ticket, word.text, after('reply', part, about.state) !== undefined);
	},
});

/** What whoever wrote a word sees of it: how far it is. */
export const carriedView = view({
	name: 'ticket-carried',
	subject: { ticket: id, turn: text },
	draw({ db, t }, { ticket, turn }) {
		const keys = {
			'on-its-way': ['ticket.reply-sending', 'ticket.reply-sending-text'],
			'held-up': ['ticket.reply-sending', 'ticket.reply-held-text'],
			arrived: ['ticket.reply-sent', 'ticket.reply-sent-text'],
			lacking: ['ticket.reply-lost', 'ticket.reply-lost-text'],
		} as const;
		const fate = fateOf(db, turn);
		const [title, words] = keys[fate];
		return doneCard({
			title: t(title, { id: ticket }),
			text: t(words),
			tone: fate === 'lacking' || fate === 'held-up' ? 'careful' : 'good',
		});
	},
});

/** Whether it may still come to somebody as their duty: it may have gone another way meanwhile. */
function isTheirDuty({ db, vault }: Scene, found: Ticket, personId: number): boolean {
	const who = personById(db, personId);
	return who !== undefined && isOnDuty(db, meOf(db, who), askedFrom(vault, found));
}

/** Whether nobody has taken it yet and it still is this person's duty; rows of versions before 0007 name no person (0). */
export const ticketOpen = condition({
	name: 'ticket-open',
	subject: { ticket: id, person: id },
	holds(scene, { ticket, person }) {
		const found = ticketById(scene.db, ticket);
		return found?.state === 'open' && (person === 0 || isTheirDuty(scene, found, person));
	},
});

/** How long it has waited, in days of the calendar. */
export function ageOf(t: Words, { openedAt }: { openedAt: number }, now: number, zone: string): string {
	const days = daysBetween(localDate(openedAt, zone), localDate(now, zone));
	return days < 1 ? t('ticket.today') : t('ticket.days', { count: days });
}
