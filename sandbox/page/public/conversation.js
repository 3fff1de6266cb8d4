import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { accountStates } from './account.js';
import { ChatAvatar } from './avatar.js';
import { Composer } from './composer.js';
import { groupMembers } from './group.js';
import { cls, html } from './html.js';
import { Icon, IconButton } from './icons.js';
import { Message } from './message.js';
import { change, currentChat, state } from './store.js';
import { fully } from './when.js';
import { t } from './words.js';

const PAUSE_MS = 10 * 60_000;
const NEAR_PX = 120;

export function Conversation() {
	const chat = currentChat();
	if (!chat) return html`<main class="middle blank"><p class="empty">${t('pickChat')}</p></main>`;
	const name = chat.kind === 'private' ? state.bot.name : chat.name;
	return html`
		<main class="middle" aria-label=${t('chatWith', { name })}>
			<header class="chat-head">
				<${IconButton} icon="back" label=${t('back')} class="icon-button phone-only" onClick=${() => history.back()} />
				<${ChatAvatar} chat=${chat} size=${38} />
				<div class="chat-title">
					<h2>${name}</h2>
					<span class="note">${chat.kind === 'private' ? t('privateNote') : t('groupNote', { count: chat.members.length })}</span>
				</div>
				<${IconButton} ...${chat.kind === 'group' ? { icon: 'people', label: t('members'), onClick: groupMembers } : { icon: 'more', label: t('account'), onClick: accountStates }} />
				<${IconButton} icon="tools" label=${t('tools')} aria-pressed=${state.tools}
					onClick=${() => change({ tools: !state.tools })} />
			</header>
			<${Log} key=${`${state.me}|${chat.chatId}`} chat=${chat} />
			<${Composer} key=${chat.chatId} chat=${chat} />
		</main>
	`;
}

/** The messages; stays at the newest unless somebody has scrolled up to read. */
function Log({ chat }) {
	const messages = state.messages[chat.chatId] ?? [];
	const box = useRef(null);
	const inner = useRef(null);
	const stuck = useRef(true);
	const [behind, setBehind] = useState(false);
	const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });

	useLayoutEffect(() => {
		if (stuck.current || messages.at(-1)?.from === state.me) toEnd();
		else setBehind(true);
	}, [messages.length]);
	useEffect(() => {
		const grown = new ResizeObserver(() => stuck.current && toEnd());
		grown.observe(inner.current);
		return () => grown.disconnect();
	}, []);
	const onScroll = ({ currentTarget: log }) => {
		stuck.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
		if (stuck.current) setBehind(false);
	};

	return html`
		<div class="log scroll" ref=${box} onScroll=${onScroll} role="log" aria-live="off" tabindex="0"
			aria-label=${t('messages')}>
			<div class="log-inner" ref=${inner}>
				${messages.length === 0 && html`<p class="empty">${chat.kind === 'private' ? t('emptyPrivate') : t('emptyGroup')}</p>`}
				${messages.map((message, index) => {
					const before = messages[index - 1];
					const paused = !before || message.at - before.at > PAUSE_MS;
					return html`
						${paused && html`<time key=${`t${message.messageId}`} class="pause">${fully(message.at)}</time>`}
						<${Message} key=${message.messageId} message=${message} chat=${chat}
							follows=${!paused && before.from === message.from && before.type !== 'system'} />
					`;
				})}
				${state.pending[chat.chatId] > 0 && chat.kind === 'private' && html`<${Thinking} />`}
			</div>
		</div>
		<button type="button" class=${cls('to-end', behind && 'shown')} tabindex=${behind ? 0 : -1} onClick=${toEnd}>
			${t('newMessages')}<${Icon} name="down" size=${16} />
		</button>
	`;
}

const Thinking = () => html`<p class="thinking" aria-label=${t('thinking')}><i /><i /><i /></p>`;
