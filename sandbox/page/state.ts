import type { Account, Chat, Faults, Feishu, Message } from '../platform/contract.ts';
import type { Scope, Scopes } from './scopes.ts';

/** What the one who opens the sandbox tells its web page. */
export interface PageOptions {
	/** The injected clock in ms; without it the page can read the time but not move it. `moveTo` never goes back. */
	readonly clock?: { now(): number; moveTo(at: number): void };
	/** The one-time code the bot printed at first start; shown in the first steps while it exists. */
	readonly officerCode?: () => string | undefined;
	/** Throws everything away and begins with fresh demo data; settles when the bot is ready again. */
	readonly startOver?: () => Promise<void>;
	/** The bot's own menu, shown above the composer of the private chat; a key reaches the bot as a menu event. */
	readonly menu?: readonly { readonly key: string; readonly label: string }[];
	/** The language the page opens in; a person may switch, and the browser remembers it. */
	readonly locale: 'zh-CN' | 'en';
	/** Texts to paste, such as a roster. */
	readonly samples?: readonly { readonly title: string; readonly text: string }[];
}

/** A chat as the list shows it. */
export interface ChatRow extends Chat {
	readonly last?: Message;
	/** How many messages there are; the browser subtracts what this persona has seen. */
	readonly total: number;
}

/** Everything the page needs to draw itself for one persona. */
export interface PageState {
	readonly bot: { readonly openId: string; readonly name: string };
	readonly locale: PageOptions['locale'];
	readonly now: number;
	readonly accounts: readonly Account[];
	readonly chats: readonly ChatRow[];
	readonly faults: Faults;
	readonly scopes: readonly Scope[];
	readonly samples: NonNullable<PageOptions['samples']>;
	readonly menu: NonNullable<PageOptions['menu']>;
	readonly officerCode?: string;
	readonly can: { readonly moveClock: boolean; readonly startOver: boolean };
}

/** The state as `as` (an open_id) sees it; without a persona, or with one that is not there, no chats. */
export function pageState(
	feishu: Feishu,
	options: PageOptions,
	scopes: Scopes,
	as: string | undefined,
): PageState {
	const accounts = feishu.accounts();
	const known = as !== undefined && accounts.some((account) => account.openId === as);
	const officerCode = options.officerCode?.();
	return {
		bot: { openId: feishu.botOpenId, name: feishu.botName },
		locale: options.locale,
		now: feishu.now(),
		accounts,
		chats: known ? feishu.chatsOf(as).map((chat) => row(feishu, chat)) : [],
		faults: feishu.faults,
		scopes: scopes.list(),
		samples: options.samples ?? [],
		menu: options.menu ?? [],
		...(officerCode === undefined ? {} : { officerCode }),
		can: { moveClock: options.clock !== undefined, startOver: options.startOver !== undefined },
	};
}

function row(feishu: Feishu, chat: Chat): ChatRow {
	const messages = feishu.messages(chat.chatId);
	const last = messages.at(-1);
	return { ...chat, total: messages.length, ...(last === undefined ? {} : { last }) };
}
