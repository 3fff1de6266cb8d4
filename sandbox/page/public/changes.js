import { get, listen } from './api.js';
import { preview } from './preview.js';
import { change, nameOf, state } from './store.js';
import { setLocale } from './words.js';

const WIRE_KEPT = 200;

/** Answers on their way, and what the stream told meanwhile: an answer may be older, so the stream is heard after it. */
let asked = 0;
const told = [];

async function ask(path, query, take) {
	asked++;
	try {
		return take(await get(path, query));
	} finally {
		asked--;
		if (asked === 0) for (const event of told.splice(0)) hear(event);
	}
}

/** Fetches the state for the persona, and the open chat's messages with it. */
export async function refresh() {
	const { me } = state;
	await view(me, () => state.me === me);
	if (state.me !== me) return refresh();
	if (state.chatId && state.chats.some((chat) => chat.chatId === state.chatId)) await load(state.chatId);
}

/** Fetches the state as a persona sees it; drawn, together with `patch`, if it is still wanted then: true. */
export function view(openId, wanted, patch = {}) {
	return ask('/state', openId ? { as: openId } : {}, ({ now, locale, ...rest }) => {
		if (!wanted()) return false;
		if (!state.locale) state.locale = locale;
		setLocale(state.locale);
		change({ ...rest, ...patch, ahead: now - Date.now(), ready: true });
		return true;
	});
}

export const load = (chatId) =>
	ask('/messages', { chat: chatId }, (messages) =>
		change({ messages: { ...state.messages, [chatId]: messages } }),
	);

export function follow() {
	return listen({
		onHello: async () => {
			change({ online: true });
			await refresh();
			await ask('/wire', {}, (wire) => change({ wire }));
		},
		onLost: () => change({ online: false }),
		onChange: (event) => (asked > 0 ? told.push(event) : hear(event)),
	});
}

const hear = (event) => take[event.kind]?.(event);

/** Counts everything in the chat as seen by this persona. */
export function markSeen(chatId) {
	const chat = state.chats.find((one) => one.chatId === chatId);
	if (chat) change({ seen: { ...state.seen, [`${state.me}|${chatId}`]: chat.total } });
}

const replaced = (list, key, item) => {
	const at = list.findIndex((one) => one[key] === item[key]);
	return at < 0 ? [...list, item] : list.with(at, item);
};

const take = {
	message({ message, to, total }) {
		const { chatId } = message;
		const known = state.messages[chatId];
		const chat = state.chats.find((one) => one.chatId === chatId);
		const isNew = known
			? !known.some((one) => one.messageId === message.messageId)
			: message.edits === 0 && !message.recalled;
		if (known) change({ messages: { ...state.messages, [chatId]: replaced(known, 'messageId', message) } });
		if (chat) {
			const isLast = isNew || chat.last?.messageId === message.messageId;
			const row = { ...chat, last: isLast ? message : chat.last, total: Math.max(chat.total, total) };
			change({ chats: replaced(state.chats, 'chatId', row) });
		} else if (to?.length === 1 && isNew && message.from === 'bot') {
			change({ waiting: { ...state.waiting, [to[0]]: (state.waiting[to[0]] ?? 0) + 1 } });
		}
		if (chatId === state.chatId && (state.pane === 'chat' || window.innerWidth > 760)) {
			markSeen(chatId);
			if (isNew && message.from !== state.me)
				change({ spoken: `${nameOf(message.from)}: ${preview(message)}` });
		}
	},
	chat({ chat }) {
		const old = state.chats.find((one) => one.chatId === chat.chatId);
		if (!chat.members.includes(state.me))
			return change({ chats: state.chats.filter((one) => one.chatId !== chat.chatId) });
		change({ chats: replaced(state.chats, 'chatId', { total: 0, ...old, ...chat }) });
	},
	account: ({ account }) => change({ accounts: replaced(state.accounts, 'openId', account) }),
	wire: ({ line }) => change({ wire: replaced(state.wire, 'id', line).slice(-WIRE_KEPT) }),
	clock: ({ at }) => change({ ahead: at - Date.now() }),
	faults: ({ faults }) => change({ faults }),
};
