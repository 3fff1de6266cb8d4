import { post } from './api.js';
import { load, markSeen, view } from './changes.js';
import { change, state } from './store.js';
import { allSteps } from './tools/walk.js';
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

const sameChat = (chats) => chats.find(({ chatId }) => chatId === state.chatId) ?? chats[0];

/**
 * Becomes somebody else, in the chat that `where` finds among theirs: the same one if they sit in it too. The
 * persona and their chats come together, with the network's answer; true then, false when somebody else was
 * chosen meanwhile or the network refused.
 */
export async function become(openId, where = sameChat) {
	const choosing = { openId };
	change({ switching: false, choosing });
	const recent = [openId, ...state.recent.filter((id) => id !== openId)].slice(0, 6);
	const came = await attempt(() => view(openId, () => state.choosing === choosing, { me: openId, recent }));
	if (state.choosing === choosing) change({ choosing: undefined });
	if (!came) return false;
	const { [openId]: _, ...waiting } = state.waiting;
	change({ waiting });
	const chat = where(state.chats);
	if (chat) open(chat.chatId, { show: false });
	else change({ chatId: undefined });
	return true;
}

/** Opens a chat; the platform tells the bot of every entry into its private chat. */
export async function open(chatId, { show = true } = {}) {
	const by = state.me;
	const chat = state.chats.find((one) => one.chatId === chatId);
	change({ chatId });
	if (show) showPane('chat');
	markSeen(chatId);
	await attempt(() => load(chatId));
	if (chat?.kind === 'private') await attempt(() => post('/enter', { by }));
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

/** A step of the walks counts as done once its words were said. */
function tickOff(text) {
	const said = allSteps().filter((step) => step.said.test(text));
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

/** Puts words into the composer of a chat, ready to be sent. */
export function prepare({ chatId = state.chatId, text }) {
	change({ drafts: { ...state.drafts, [chatId]: text } });
	if (chatId === state.chatId) showPane('chat');
	else open(chatId);
	requestAnimationFrame(() => document.querySelector('.composer textarea')?.focus());
}
