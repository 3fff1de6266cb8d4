/**
 * What the Feishu in a box offers to those who sit in front of it: the web page and the tests.
 * The bot never sees this; it meets the same platform over HTTP only.
 */

export interface Account {
	readonly openId: string;
	readonly name: string;
	/** What this persona is in the demo, shown beside the name on the page: 「支部书记」. */
	readonly note?: string;
	/** Known to the contact look-up only. */
	readonly mobile?: string;
	readonly email?: string;
}

export interface Chat {
	readonly chatId: string;
	readonly kind: 'group' | 'private';
	readonly name: string;
	/** open_ids; in a private chat the one person beside the bot. */
	readonly members: readonly string[];
	readonly hasBot: boolean;
}

export interface Message {
	readonly messageId: string;
	readonly chatId: string;
	/** An open_id, or `bot`. */
	readonly from: string;
	readonly at: number;
	readonly type: 'text' | 'post' | 'interactive' | 'image' | 'file' | 'sticker' | 'audio' | 'system';
	/** The content as the wire carries it: a JSON string. */
	readonly content: string;
	readonly mentions: readonly { readonly key: string; readonly openId: string; readonly name: string }[];
	readonly repliesTo?: string;
	readonly recalled?: boolean;
	/** How often a card was patched. */
	readonly edits: number;
}

/**
 * How one event got to the bot; the object is kept up to date while the event is tried again. No tries at all: the app
 * is not subscribed to it, or lacks the scope.
 */
export interface Delivery {
	readonly eventId: string;
	/** The HTTP status of the last try; 0 when nobody answered. */
	readonly status: number;
	readonly tries: number;
	readonly body: string;
}

export interface TapResult {
	readonly delivery: Delivery;
	readonly toast?: { readonly type: 'info' | 'success' | 'error' | 'warning'; readonly content: string };
	/** The bot did not answer in time or not properly: what the client shows then. */
	readonly failed?: string;
}

/** One line of the raw traffic, newest last; secrets are left out. */
export interface WireLine {
	readonly id: number;
	readonly at: number;
	readonly direction: 'to-bot' | 'from-bot';
	readonly what: string;
	readonly status: number;
	readonly ms: number;
	readonly request: string;
	readonly response: string;
}

/** Shares of calls between 0 and 1, each drawn from a seeded generator; faults of calls the bot makes. */
export interface Faults {
	/** 429 with code 99991400 and its reset header; nothing done. */
	busy: number;
	/** 502 with an HTML body; nothing done. */
	badGateway: number;
	/** The connection closes before anything was done. */
	dropped: number;
	/** The work is done, then the connection closes. */
	lost: number;
	/** Each token dies (99991663) after this many calls; 0: never. */
	tokenLife: number;
	/** Milliseconds every answer waits. */
	delayMs: number;
	/** Calls that count (sends, replies, redraws) a month may have: 429 with 99991403 beyond, until the 1st; 0: no end. */
	monthlyCalls: number;
	/** A card that is tapped refuses to be redrawn for so long, by the platform's clock (230099); 0: never. */
	cardLockMs: number;
	/** How many machines the platform says hold a long connection for this app. */
	machines: number;
}

/** What the app may do and hears of, as its page in the developer console lists it. */
export interface Manifest {
	readonly scopes: readonly string[];
	readonly events: readonly string[];
	readonly callbacks: readonly string[];
}

export type Change =
	| { readonly kind: 'message'; readonly message: Message }
	| { readonly kind: 'chat'; readonly chat: Chat }
	| { readonly kind: 'account'; readonly account: Account }
	| { readonly kind: 'wire'; readonly line: WireLine }
	| { readonly kind: 'clock'; readonly at: number }
	| { readonly kind: 'faults'; readonly faults: Faults };

export interface Feishu {
	/** Where the bot finds the open API: `http://127.0.0.1:<port>`. */
	readonly url: string;
	readonly botOpenId: string;
	readonly botName: string;

	accounts(): readonly Account[];
	/** The chats this person sits in, the private chat with the bot first. */
	chatsOf(openId: string): readonly Chat[];
	chat(chatId: string): Chat | undefined;
	messages(chatId: string): readonly Message[];
	message(messageId: string): Message | undefined;
	/** The last 500 lines. */
	wire(): readonly WireLine[];
	/** How often each API was called, faulty calls included: `POST /open-apis/im/v1/messages` → 3; ids read `:id`. */
	arrived(): Readonly<Record<string, number>>;
	/** Every event sent so far, oldest first (the last 500). */
	deliveries(): readonly Delivery[];
	/** What the bot uploaded, by image_key or file_key. */
	upload(key: string): Upload | undefined;

	addAccount(account: Account): void;
	addGroup(group: { chatId: string; name: string; members: readonly string[]; hasBot: boolean }): Chat;
	/** The private chat of this person with the bot; made when it does not exist. */
	privateChat(openId: string): Chat;

	/**
	 * Writes into a chat as this person; `@Name` of a member or of the bot becomes a mention.
	 * Settles when the first delivery of the event was answered or given up (or, in a group without a mention of
	 * the bot, at once: such messages are not delivered, as with the scope the bot asks for).
	 * A reply to the bot gets the bot's mention by itself, as the real client adds it.
	 * Throws when this person can't write there: that is a mistake of whoever sits in front.
	 */
	say(
		by: string,
		chatId: string,
		text: string,
		options?: { repliesTo?: string },
	): Promise<Delivery | undefined>;
	/** Sends something that is not words. */
	send(
		by: string,
		chatId: string,
		type: 'sticker' | 'audio' | 'image' | 'file',
	): Promise<Delivery | undefined>;
	/** Taps a button of a card as this person: the element as it stands in the card, and the form's values. */
	tap(by: string, messageId: string, action: TapAction): Promise<TapResult>;
	enterPrivateChat(by: string): Promise<Delivery>;
	addBot(chatId: string, by: string): Promise<Delivery>;
	removeBot(chatId: string, by: string): Promise<Delivery>;
	addMember(chatId: string, openId: string): Promise<Delivery | undefined>;
	removeMember(chatId: string, openId: string): Promise<Delivery | undefined>;
	/** Takes back one's own message; the bot's may be taken back by any member, as a group's owner could. */
	recall(by: string, messageId: string): Promise<Delivery | undefined>;
	/** Uses the bot's own menu. */
	menu(by: string, key: string): Promise<Delivery>;
	/** This person stops the bot (230053), or lets it speak again. */
	block(openId: string, blocked?: boolean): void;
	/** Takes this person out of the app's availability (230013), or puts them back. */
	hide(openId: string, hidden?: boolean): void;
	/** The account leaves the tenant. */
	resign(openId: string): Promise<Delivery>;
	/** Sends any event body through the signed, encrypted way; for tests of payloads and repeats. */
	deliver(event: unknown, options?: { once?: boolean }): Promise<Delivery>;
	/** The handshake of the developer console: whether the bot gave the challenge back within a second. */
	verify(): Promise<boolean>;

	/** The platform's own clock, in ms; what it stamps on events. */
	now(): number;
	/** How many calls that count were let through this month. */
	callsThisMonth(): number;
	readonly manifest: Manifest;
	/** From now on, as when another version of the app is released; what is left out stays. */
	setManifest(manifest: Partial<Manifest>): void;
	readonly faults: Faults;
	setFaults(faults: Partial<Faults>): void;
	subscribe(listener: (change: Change) => void): () => void;
	/** Settles when no event is on its way to the bot, those waiting for another try included. */
	quiet(): Promise<void>;
	/** All that `restore` needs to begin where this platform stands; plain JSON. Pending tries are not in it. */
	snapshot(): unknown;
	/** Ends everything, pending tries included. */
	close(): Promise<void>;
}

export interface Upload {
	readonly name: string;
	readonly bytes: Uint8Array;
}

export interface TapAction {
	readonly tag: string;
	readonly name?: string;
	readonly value: unknown;
	readonly formValue?: Readonly<Record<string, string | readonly string[]>>;
	/** What was chosen or typed into a component that stands outside a form. */
	readonly option?: string;
	readonly options?: readonly string[];
}

export interface FeishuOptions {
	readonly port?: number;
	readonly appId: string;
	readonly appSecret: string;
	readonly encryptKey: string;
	readonly verificationToken: string;
	readonly tenantKey: string;
	readonly manifest: Manifest;
	readonly botName: string;
	/** Where events go; a function, since the bot may start later than the platform. */
	readonly eventUrl: () => string;
	/** The time stamped on events and messages. */
	readonly now: () => number;
	/** The documented limits unless told otherwise. */
	readonly limits?: {
		perSecond: number;
		perMinute: number;
		perTargetPerSecond: number;
		patchPerSecond: number;
	};
	/** Waiting times between deliveries of an event that got no 200; 15 s, 5 min, 1 h, 6 h unless told otherwise. */
	readonly retryAfterMs?: readonly number[];
	/** Seed of everything that is drawn. */
	readonly seed?: number;
	/** What `snapshot` gave. */
	readonly restore?: unknown;
}
