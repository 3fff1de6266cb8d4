import { type Person, personById } from '../../db/people.ts';
import { storyOf, type Ticket, ticketById, wordById, wordsOf } from '../../db/tickets.ts';
import type { Condition, Scene, View } from '../../src/bot/view.ts';
import type { Rich } from '../../src/bot/vocabulary/index.ts';
import { dutyCard, emptyCard, ownCard, wordCard, workCard } from '../../src/cards/ticket.ts';
import type { Words } from '../../src/locales/index.ts';
import { daysBetween, localDate } from '../../src/rules/dates.ts';

/** The last words that the assignee's card repeats. */
const WORDS_SHOWN = 6;

/** The requester's card; the subject is the ticket. */
export const ownView: View = {
	name: 'ticket-own',
	draw({ db, t }, subject) {
		const found = ticketById(db, Number(subject));
		if (!found) return undefined;
		const assignee = found.assigneeId === null ? undefined : personById(db, found.assigneeId);
		return ownCard(t, found, assignee && nameOrAccount(assignee));
	},
};

function nameOrAccount({ name, openId }: Person): Rich {
	return name ?? (openId ? [{ account: openId }] : '');
}

/** The card of somebody on duty; the subject is `<ticket>:<person>`. */
export const dutyView: View = {
	name: 'ticket-duty',
	draw({ db, t, now, zone }, subject) {
		const [id, personId] = subject.split(':').map(Number);
		const found = ticketById(db, id ?? 0);
		return found && dutyCard(t, found, ageOf(t, found, now, zone), found.assigneeId === personId);
	},
};

/** The assignee's card; passed on, it shows nothing any more. The subject is `<ticket>:<person>`. */
export const workView: View = {
	name: 'ticket-work',
	draw(scene, subject) {
		const [id, personId] = subject.split(':').map(Number);
		const found = ticketById(scene.db, id ?? 0);
		if (!found) return undefined;
		if (found.assigneeId !== personId)
			return emptyCard(scene.t, scene.t('ticket.work-passed', { id: found.id }));
		return workCard(scene.t, found, told(scene, found));
	},
};

function told({ db, vault }: Scene, found: Ticket) {
	const requester = personById(db, found.requesterId);
	const words = wordsOf(db, vault, found.id, WORDS_SHOWN);
	return {
		requester: requester ? nameOrAccount(requester) : '',
		story: storyOf(vault, found),
		words: words.map(({ by, text }) => ({ byRequester: by === found.requesterId, text })),
	};
}

/** One word, for the other side as long as it is one; the subject is `<ticket>:<word>:<person>`. */
export const wordView: View = {
	name: 'ticket-word',
	draw({ db, vault, t }, subject) {
		const [id = 0, wordId = 0, personId] = subject.split(':').map(Number);
		const word = wordById(db, vault, wordId);
		const about = ticketById(db, id);
		if (!word || !about) return emptyCard(t, t('ticket.word-gone'));
		if (personId !== about.requesterId && personId !== about.assigneeId)
			return emptyCard(t, t('ticket.work-passed', { id }));
		return wordCard(t, id, word.text);
	},
};

export const ticketOpen: Condition = {
	name: 'ticket-open',
	holds: ({ db }, subject) => ticketById(db, Number(subject))?.state === 'open',
};

/** How long it has waited, in days of the calendar. */
export function ageOf(t: Words, { openedAt }: { openedAt: number }, now: number, zone: string): string {
	const days = daysBetween(localDate(openedAt, zone), localDate(now, zone));
	return days < 1 ? t('ticket.today') : t('ticket.days', { count: days });
}
