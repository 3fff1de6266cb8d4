import type { Account, Change, Chat, Message, Upload } from './contract.ts';

/** An account with what the platform knows about it beside its name. */
export interface Person extends Account {
	readonly resigned?: boolean;
	readonly blocked?: boolean;
	readonly hidden?: boolean;
}

/** The first answer to a uuid; `at` by the wall clock. */
export interface Sent {
	readonly messageId: string;
	readonly at: number;
}

/** A card callback's token; `at` by the platform's clock, undefined until the callback was answered. */
export interface CardToken {
	readonly messageId: string;
	readonly at?: number;
	readonly uses: number;
}

/** The calls that count, and in which month (`2026-12`). */
export interface Month {
	readonly name: string;
	readonly calls: number;
}

/** All that is remembered. Records are replaced, never changed, and each replacement is told to the listeners. */
export class State {
	readonly people = new Map<string, Person>();
	readonly chats = new Map<string, Chat>();
	readonly uuids = new Map<string, Sent>();
	readonly cardTokens = new Map<string, CardToken>();
	readonly uploads = new Map<string, Upload>();
	/** By message id: until when (ms of the platform's clock) a card that was tapped can't be redrawn. */
	readonly locks = new Map<string, number>();
	month: Month = { name: '', calls: 0 };
	readonly #messages = new Map<string, Message>();
	readonly #timeline = new Map<string, string[]>();
	readonly #listeners = new Set<(change: Change) => void>();

	subscribe(listener: (change: Change) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	tell(change: Change): void {
		for (const listener of this.#listeners) listener(change);
	}

	putPerson(person: Person): void {
		this.people.set(person.openId, person);
		this.tell({ kind: 'account', account: accountOf(person) });
	}

	putChat(chat: Chat): Chat {
		this.chats.set(chat.chatId, chat);
		this.tell({ kind: 'chat', chat });
		return chat;
	}

	putMessage(message: Message): Message {
		if (!this.#messages.has(message.messageId)) {
			const line = this.#timeline.get(message.chatId);
			if (line) line.push(message.messageId);
			else this.#timeline.set(message.chatId, [message.messageId]);
		}
		this.#messages.set(message.messageId, message);
		this.tell({ kind: 'message', message });
		return message;
	}

	message(messageId: string): Message | undefined {
		return this.#messages.get(messageId);
	}

	messages(chatId: string): Message[] {
		const ids = this.#timeline.get(chatId) ?? [];
		return ids.map((id) => this.#messages.get(id)).filter((message) => message !== undefined);
	}

	allMessages(): Message[] {
		return [...this.#messages.values()];
	}

	privateChatOf(openId: string): Chat | undefined {
		return this.#chatsWith(openId).find((chat) => chat.kind === 'private');
	}

	/** The private chat first, then groups in the order they were made. */
	chatsOf(openId: string): Chat[] {
		return this.#chatsWith(openId).sort((a, b) => Number(a.kind === 'group') - Number(b.kind === 'group'));
	}

	#chatsWith(openId: string): Chat[] {
		return [...this.chats.values()].filter((chat) => chat.members.includes(openId));
	}
}

/** What those in front of the platform may know of a person. */
export function accountOf({ resigned, blocked, hidden, ...account }: Person): Account {
	return account;
}
