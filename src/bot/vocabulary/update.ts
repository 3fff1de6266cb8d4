import type { Why } from './why.ts';

/** What can happen to the bot. Instants are integer milliseconds since 1970 (UTC). */
export type Update =
	| MessageUpdate
	| TapUpdate
	| BotAddedUpdate
	| BotRemovedUpdate
	| MembersAddedUpdate
	| MembersRemovedUpdate
	| ChatEnteredUpdate
	| MenuUpdate
	| RecalledUpdate
	| PersonLeftUpdate
	| ErrandUpdate
	| UndeliveredUpdate
	| HeldUpUpdate;

/**
 * What a Turn knows of its update. What people wrote is not part of it: their words are read once, by the arguments, and
 * whoever acts on them sees only what was read.
 */
export type Happening = Exclude<Update, MessageUpdate> | Omit<MessageUpdate, 'text' | 'mentions'>;

interface Happened {
	/** The platform's event id (ours for errands): the same id never acts twice. */
	readonly id: string;
	/** When it happened by the platform's word; may be late, never trusted to be in order. */
	readonly at: number;
	/** The tenant whose platform speaks; absent for what the bot tells itself. */
	readonly tenantKey?: string;
}

export interface Mention {
	/** The place-holder that stands in the text, such as `@_user_1`. */
	readonly key: string;
	/** Absent for `@all`. */
	readonly openId?: string;
	readonly name: string;
}

/** Somebody wrote something. */
export interface MessageUpdate extends Happened {
	readonly kind: 'message';
	readonly messageId: string;
	readonly chatId: string;
	readonly chatType: 'group' | 'private';
	readonly from: string;
	/** Apps talk too; the bot never answers them. */
	readonly fromApp: boolean;
	/** `text` and `post` carry words; of the others only the fact is known. */
	readonly form: 'text' | 'post' | 'sticker' | 'voice' | 'other';
	/** The words with mentions still as place-holders; empty when the form carries none. */
	readonly text: string;
	readonly mentions: readonly Mention[];
	/** The message that this one answers. */
	readonly repliesTo?: string;
}

/** Somebody used a card. */
export interface TapUpdate extends Happened {
	readonly kind: 'tap';
	readonly by: string;
	readonly messageId: string;
	readonly chatId: string;
	/** What the button stands for; absent when its value is not one of ours. */
	readonly action?: Action;
	/** What was filled in, by field name; pickers' answers as the platform writes them. */
	readonly form: Readonly<Record<string, string | readonly string[]>>;
}

/** A command by its name with its arguments as strings: what a button carries, checked again at the tap. */
export interface Action {
	readonly command: string;
	readonly args: Readonly<Record<string, string>>;
	/** The answer is a new message; the card that was tapped stays as it is (menus). */
	readonly opens?: boolean;
	/** The other arguments wait in the draft of this name. */
	readonly draft?: string;
}

/** The bot was added to a group. */
export interface BotAddedUpdate extends Happened {
	readonly kind: 'bot-added';
	readonly chatId: string;
	/** Not always told. */
	readonly by?: string;
}

export interface BotRemovedUpdate extends Happened {
	readonly kind: 'bot-removed';
	readonly chatId: string;
}

/** People came into a group the bot is in. */
export interface MembersAddedUpdate extends Happened {
	readonly kind: 'members-added';
	readonly chatId: string;
	readonly people: readonly AccountName[];
}

/** People left a group the bot is in. */
export interface MembersRemovedUpdate extends Happened {
	readonly kind: 'members-removed';
	readonly chatId: string;
	readonly people: readonly AccountName[];
}

/** Somebody opened the private chat; told at every opening. */
export interface ChatEnteredUpdate extends Happened {
	readonly kind: 'chat-entered';
	readonly chatId: string;
	readonly by: string;
}

/** Somebody used the bot's own menu; the key is a command's name. */
export interface MenuUpdate extends Happened {
	readonly kind: 'menu';
	readonly by: string;
	readonly key: string;
}

export interface RecalledUpdate extends Happened {
	readonly kind: 'recalled';
	readonly messageId: string;
	readonly chatId: string;
}

/** Somebody's account is gone from the tenant. */
export interface PersonLeftUpdate extends Happened {
	readonly kind: 'person-left';
	readonly openId: string;
}

/** What somebody said through the bot did not arrive, and won't. */
export interface UndeliveredUpdate extends Happened {
	readonly kind: 'undelivered';
	/** The account of who caused it. */
	readonly by: string;
	/** The update whose Turn said it. */
	readonly turn: string;
	readonly to:
		| { readonly kind: 'account'; readonly openId: string }
		| { readonly kind: 'chat'; readonly chatId: string };
	/** What it was about, such as `meeting:12`. */
	readonly about: string | null;
	readonly why: Why;
	/** It is enough when one of those it was said to has received it. */
	readonly anyOne: boolean;
}

/** What somebody said through the bot is refused for a while, and still being tried. */
export interface HeldUpUpdate extends Omit<UndeliveredUpdate, 'kind' | 'anyOne'> {
	readonly kind: 'held-up';
	/** It is tried until then (ms). */
	readonly until: number;
}

/** What an errand brought back; `result` is absent when it failed for good. */
export interface ErrandUpdate extends Happened {
	readonly kind: 'errand';
	readonly errand: string;
	readonly args: Readonly<Record<string, string>>;
	/** Our own id of the person for whom it was run; null when for nobody. */
	readonly by: number | null;
	readonly result?: unknown;
}

export interface AccountName {
	readonly openId: string;
	readonly name: string;
}
