import { useEffect, useState } from 'preact/hooks';

const KEPT = ['me', 'locale', 'seen', 'tools', 'tool', 'done', 'recent'];
const kept = JSON.parse(localStorage.getItem('zhibu-sandbox') ?? '{}');
const listeners = new Set();

/** Everything the page knows. Read it anywhere, change it through `change` only. */
export const state = {
	ready: false,
	online: true,
	bot: { openId: '', name: '' },
	accounts: [],
	chats: [],
	/** Messages by chat, only of chats that were opened. */
	messages: {},
	wire: [],
	faults: {},
	scopes: [],
	samples: [],
	menu: [],
	can: {},
	/** What the sandbox's clock is ahead of this computer's, in ms. */
	ahead: 0,
	chatId: undefined,
	/** On a phone one of `list` and `chat` fills the screen. */
	pane: 'list',
	switching: false,
	/** The persona being fetched: whoever is chosen later wins. */
	choosing: undefined,
	drafts: {},
	replying: {},
	/** Chats whose bot is thinking: number of messages on their way. */
	pending: {},
	/** Private messages that came for other personas. */
	waiting: {},
	toasts: [],
	dialog: undefined,
	spoken: '',
	me: undefined,
	locale: undefined,
	seen: {},
	tools: window.matchMedia('(min-width: 1180px)').matches,
	tool: 'steps',
	done: {},
	recent: [],
	...kept,
};

export function change(patch) {
	Object.assign(state, patch);
	const keep = Object.fromEntries(KEPT.map((key) => [key, state[key]]));
	localStorage.setItem('zhibu-sandbox', JSON.stringify(keep));
	for (const listener of listeners) listener();
}

/** Draws the component again whenever anything changes. */
export function useStore() {
	const [, redraw] = useState(0);
	useEffect(() => {
		const listener = () => redraw((n) => n + 1);
		listeners.add(listener);
		return () => listeners.delete(listener);
	}, []);
	return state;
}

export const now = () => Date.now() + state.ahead;
export const account = (openId) => state.accounts.find((one) => one.openId === openId);
export const currentChat = () => state.chats.find((chat) => chat.chatId === state.chatId);

/** The name of whoever wrote or is meant; the id when nobody knows it. */
export function nameOf(id) {
	if (id === 'bot' || id === state.bot.openId) return state.bot.name;
	return account(id)?.name ?? id;
}

export const unread = (chat) => Math.max(0, chat.total - (state.seen[`${state.me}|${chat.chatId}`] ?? 0));
