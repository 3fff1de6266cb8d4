import { z } from 'zod';
import { botLeft, greetOnce, rememberChat, seat, seatAll, unseat } from '../../db/chats.ts';
import { dropUndeliveredBy } from '../../db/outbox/index.ts';
import {
	accountKnown,
	accountLeft,
	greeted,
	nameAsked,
	personById,
	personOfAccount,
} from '../../db/people.ts';
import { accountName, accountNames, errand, listen } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Card } from '../../src/bot/vocabulary/index.ts';
import { opens } from '../../src/cards/frames.ts';
import { releaseTickets } from '../ticket/notify.ts';

/** First entry of a private chat: one greeting with four buttons; later entries: silence. */
export const entered = listen('chat-entered', (turn) => {
	const { me } = turn;
	if (personById(turn.db, me.id)?.greetedAt !== null) return;
	greeted(turn.db, me.id, turn.now);
	turn.whisper(greeting(turn));
	if (me.name === null) askName(turn);
});

/** Asks the platform for the name that the speaker's account shows. */
export function askName(turn: Turn): void {
	const { id, openId } = turn.me;
	if (!openId) return;
	nameAsked(turn.db, id, turn.today);
	turn.send(nameAccount, { openId });
}

/** A name the platform withheld may have been set free since: asked again at the next word, once a day at most. */
export const speaks = listen('message', (turn) => {
	if (turn.me.name !== null) return;
	const askedOn = personById(turn.db, turn.me.id)?.nameAskedOn ?? null;
	if (askedOn !== null && askedOn !== turn.today) askName(turn);
});

function greeting({ t }: Turn): Card {
	return {
		title: t('greet.title'),
		tone: 'plain',
		body: [
			{ kind: 'text', text: t('greet.private') },
			{
				kind: 'buttons',
				buttons: [
					opens(t('greet.todo'), 'todo', {}, 'primary'),
					opens(t('greet.meetings'), 'meeting', {}, 'plain'),
					opens(t('greet.register'), 'register', {}, 'plain'),
					opens(t('help.button'), 'help', {}, 'plain'),
				],
			},
			{ kind: 'text', text: t('greet.privacy') },
		],
	};
}

/** Added to a group: one greeting, once; who sits in it is fetched, to match names later, and what it is called. */
export const added = listen('bot-added', (turn, { chatId }) => {
	turn.send(seatMembers, { chatId });
	turn.send(nameChat, { chatId });
	if (greetOnce(turn.db, chatId, turn.now)) turn.post(chatId, turn.t('greet.group'));
});

export const removed = listen('bot-removed', (turn, { chatId }) => botLeft(turn.db, chatId, turn.now));

export const membersAdded = listen('members-added', (turn, { chatId, people }) =>
	seat(turn.db, chatId, people),
);

export const membersRemoved = listen('members-removed', (turn, { chatId, people }) =>
	unseat(
		turn.db,
		chatId,
		people.map(({ openId }) => openId),
	),
);

/**
 * The account is gone from the tenant: the roster keeps the person, nobody writes to the account any more, and the help
 * they had taken on goes back to those on duty.
 */
export const personLeft = listen('person-left', (turn, { openId }) => {
	accountLeft(turn.db, openId, turn.now);
	dropUndeliveredBy(turn.db, openId);
	const gone = accountKnown(turn.db, openId);
	if (gone) releaseTickets(turn, gone.id);
});

/** The name an account shows, once the platform has told it. */
export const nameAccount = errand({
	name: 'name-account',
	result: accountName,
	run: (platform, { openId = '' }) => platform.accountName(openId),
	returns(turn, _args, account) {
		if (account) personOfAccount(turn.db, account.openId, turn.now, account.name);
	},
});

/** Who sits in a group. */
export const seatMembers = errand({
	name: 'seat-members',
	result: accountNames,
	run: (platform, { chatId = '' }) => platform.chatMembers(chatId),
	returns(turn, { chatId }, members) {
		if (members && chatId) seatAll(turn.db, chatId, members);
	},
});

/** What a group is called. */
export const nameChat = errand({
	name: 'name-chat',
	result: z.string(),
	run: (platform, { chatId = '' }) => platform.chatName(chatId),
	returns(turn, { chatId }, name) {
		if (name && chatId) rememberChat(turn.db, chatId, 'group', name);
	},
});
