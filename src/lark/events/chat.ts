import { z } from 'zod';
import type {
	AccountName,
	BotAddedUpdate,
	BotRemovedUpdate,
	ChatEnteredUpdate,
	MembersAddedUpdate,
	MembersRemovedUpdate,
	MenuUpdate,
	PersonLeftUpdate,
} from '../../bot/vocabulary/index.ts';
import { account, type Happened, id, instant, operatorOf } from './envelope.ts';

const inChat = z.object({ chat_id: id });

/** Its `name` is left unread: whose it is depends on the gateway, so the platform is asked. */
export function readBotAdded(event: unknown, happened: Happened): BotAddedUpdate | undefined {
	const { data } = inChat.safeParse(event);
	return data && { kind: 'bot-added', ...happened, chatId: data.chat_id, by: operatorOf(event) };
}

export function readBotRemoved(event: unknown, happened: Happened): BotRemovedUpdate | undefined {
	const { data } = inChat.safeParse(event);
	return data && { kind: 'bot-removed', ...happened, chatId: data.chat_id };
}

const members = z.object({
	chat_id: id,
	users: z.array(z.object({ name: z.string().nullish(), user_id: z.unknown().optional() })),
});

/** One without an open_id is somebody the bot could not tell apart from others: left out. */
function personOf({ name, user_id }: z.infer<typeof members>['users'][number]): AccountName[] {
	const { data } = account.safeParse(user_id);
	return data ? [{ openId: data.open_id, name: name ?? '' }] : [];
}

function readMembers(event: unknown) {
	const { data } = members.safeParse(event);
	return (
		data && {
			chatId: data.chat_id,
			people: data.users.flatMap(personOf),
		}
	);
}

export function readMembersAdded(event: unknown, happened: Happened): MembersAddedUpdate | undefined {
	const read = readMembers(event);
	return read && { kind: 'members-added', ...happened, ...read };
}

export function readMembersRemoved(event: unknown, happened: Happened): MembersRemovedUpdate | undefined {
	const read = readMembers(event);
	return read && { kind: 'members-removed', ...happened, ...read };
}

const entered = z.object({ chat_id: id });

export function readChatEntered(event: unknown, happened: Happened): ChatEnteredUpdate | undefined {
	const { data } = entered.safeParse(event);
	const by = operatorOf(event);
	return data && by ? { kind: 'chat-entered', ...happened, chatId: data.chat_id, by } : undefined;
}

const menu = z.object({
	event_key: z.string(),
	timestamp: instant.optional(),
});

export function readMenu(event: unknown, happened: Happened): MenuUpdate | undefined {
	const { data } = menu.safeParse(event);
	const by = operatorOf(event);
	return data && by ? { kind: 'menu', ...happened, by, key: data.event_key } : undefined;
}

const personLeft = z.object({ object: account });

export function readPersonLeft(event: unknown, happened: Happened): PersonLeftUpdate | undefined {
	const { data } = personLeft.safeParse(event);
	return data && { kind: 'person-left', ...happened, openId: data.object.open_id };
}
