import type { Card } from './card.ts';

/** What the bot says: words, a card, or a view to be drawn from the database at the moment of sending. */
export type Content =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'card'; readonly card: Card }
	| { readonly kind: 'view'; readonly view: string; readonly subject: string };

/** Words or a card: what is left once a view has been drawn. */
export type Drawn = Exclude<Content, { kind: 'view' }>;

/** Where a message goes: a chat by its id, an account's private chat, or under the message it answers. */
export type Target =
	| { readonly kind: 'chat'; readonly chatId: string }
	| { readonly kind: 'account'; readonly openId: string }
	| {
			readonly kind: 'reply';
			readonly messageId: string;
			readonly chatId: string;
			/** The account that is answered; told in private when the message was taken back meanwhile. */
			readonly to?: string;
	  };

export interface Toast {
	readonly tone: 'info' | 'success' | 'warning' | 'error';
	readonly text: string;
}

/** What goes back in the answer to a tap itself; empty for everything else. */
export interface Answer {
	readonly toast?: Toast;
	readonly card?: Card;
}
