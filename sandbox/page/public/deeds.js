import { post } from './api.js';
import { load, markSeen, refresh } from './changes.js';
import { account, change, state } from './store.js';
import { walk } from './tools/walk.js';
import { t } from './words.js';

let toastId = 0;
const TOAST_MS = 4000;

export function toast(type, content) {
	const id = ++toastId;
	change({ toasts: [...state.toasts, { id, type, content }] });
	setTimeout(() => change({ toasts: state.toasts.filter((one) => one.id !== id) }), TOAST_MS);
}

/** Runs what may be refused; the refusal is shown, and `undefined` comes back. */
export async function attempt(work) {
	try {
		return await work();
	} catch (error) {
		toast('error', error.message);
		return undefined;
	}
}

/** Becomes somebody else, in the same chat if this persona sits in it too. */
export async function become(openId, chatId = state.chatId) {
	const { [openId]: _, ...waiting } = state.waiting;
	const recent = [openId, ...state.recent.filter((id) => id !== openId)].slice(0, 6);
	change({ me: openId, switching: false, waiting, recent });
	const before = state.chatId;
	await attempt(refresh);
	// Whoever was quicker than the network and chose a chat (or another persona) meanwhile has chosen.
	if (state.chatId !== before || state.me !== openId) return;
	const chat = state.chats.find((one) => one.chatId === chatId) ?? state.chats[0];
	if (chat) await open(chat.chatId, { show: false });
	else change({ chatId: undefined });
}

/** Opens a chat; the platform tells the bot of every entry into its private chat. */
export async function open(chatId, { show = true } = {}) {
	const chat = state.chats.find((one) => one.chatId === chatId);
	change({ chatId });
	if (show) showPane('chat');
	markSeen(chatId);
	await attempt(() => load(chatId));
	if (chat?.kind === 'private') await attempt(() => post('/enter', { by: state.me }));
}

export function showPane(pane) {
	if (pane === state.pane) return;
	if (pane === 'chat') history.pushState({ pane }, '');
	change({ pane });
}

/** Tells when the bot could not be reached. */
function judge(delivery) {
	if (delivery && delivery.status !== 200)
		toast('warning', t('notDelivered', { status: delivery.status || '—' }));
}

export async function say(chatId, text) {
	const repliesTo = state.replying[chatId];
	const { [chatId]: _draft, ...drafts } = state.drafts;
	const { [chatId]: _reply, ...replying } = state.replying;
	change({ drafts, replying });
	const answer = await pendingIn(chatId, () =>
		post('/say', { by: state.me, chatId, text, ...(repliesTo && { repliesTo }) }),
	);
	if (answer) {
		judge(answer.delivery);
		tickOff(text);
	} else change({ drafts: { ...state.drafts, [chatId]: text } });
}

/** A step of the first walk counts as done once its words were said. */
function tickOff(text) {
	const said = walk().filter((step) => step.said.test(text));
	if (said.length > 0)
		change({ done: { ...state.done, ...Object.fromEntries(said.map(({ key }) => [key, true])) } });
}

export async function send(chatId, type) {
	const answer = await pendingIn(chatId, () => post('/send', { by: state.me, chatId, type }));
	if (answer) judge(answer.delivery);
}

async function pendingIn(chatId, work) {
	const count = (by) =>
		change({ pending: { ...state.pending, [chatId]: (state.pending[chatId] ?? 0) + by } });
	count(1);
	const answer = await attempt(work);
	count(-1);
	return answer;
}

export async function chooseMenu(key) {
	const answer = await pendingIn(state.chatId, () => post('/menu', { by: state.me, key }));
	if (answer) judge(answer.delivery);
}

export async function recall(messageId) {
	const answer = await attempt(() => post('/recall', { by: state.me, messageId }));
	if (answer) judge(answer.delivery);
}

/** Uses a card's element; the toast the bot answers with is shown, or that it did not answer. */
export async function tap(messageId, action) {
	const result = await attempt(() => post('/tap', { by: state.me, messageId, action }));
	if (!result) return;
	if (result.toast) toast(result.toast.type, result.toast.content);
	else if (result.failed) toast('error', result.failed);
}

/** Asks before something happens; true when the person agrees. */
export function agreed({ title, text, yes }) {
	return new Promise((settle) => {
		change({ dialog: { title, text, yes, settle } });
	});
}

/** Puts words into the composer of a chat, as somebody, ready to be sent. */
export async function prepare({ openId, chatId, text }) {
	if (openId && openId !== state.me && account(openId)) await become(openId, chatId);
	if (chatId && chatId !== state.chatId) await open(chatId);
	else showPane('chat');
	change({ drafts: { ...state.drafts, [state.chatId]: text } });
	requestAnimationFrame(() => document.querySelector('.composer textarea')?.focus());
}
