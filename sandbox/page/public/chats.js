import { ChatAvatar } from './avatar.js';
import { open } from './deeds.js';
import { newGroup } from './group.js';
import { cls, html } from './html.js';
import { IconButton } from './icons.js';
import { stepThrough } from './keys.js';
import { preview } from './preview.js';
import { change, nameOf, state, unread } from './store.js';
import { shortly } from './when.js';
import { setLocale, t } from './words.js';

export function Chats() {
	const chats = state.chats.toSorted((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
	return html`
		<div class="chats-head">
			<h1>${t('chats')}</h1>
			<span>
				<${Language} />
				<${IconButton} icon="plus" label=${t('newGroup')} onClick=${newGroup} />
				<${IconButton} icon="tools" label=${t('tools')} class="icon-button phone-only"
					onClick=${() => change({ tools: true })} />
			</span>
		</div>
		<div class="chats scroll" role="listbox" aria-label=${t('chats')}
			onKeyDown=${(event) => stepThrough(event, '.chat-row')}>
			${chats.map((chat, index) => html`<${Row} key=${chat.chatId} chat=${chat} first=${index === 0} />`)}
			${chats.length === 0 && html`<p class="empty">${t('noChats')}</p>`}
		</div>
	`;
}

function Language() {
	const other = state.locale === 'en' ? 'zh-CN' : 'en';
	const speak = () => {
		setLocale(other);
		change({ locale: other });
	};
	return html`<button type="button" class="language" onClick=${speak} lang=${other}>${other === 'en' ? 'EN' : '中文'}</button>`;
}

function Row({ chat, first }) {
	const chosen = chat.chatId === state.chatId;
	const reachable = chosen || (first && !state.chats.some((one) => one.chatId === state.chatId));
	const count = unread(chat);
	const { last } = chat;
	const who = last && chat.kind === 'group' && last.type !== 'system' ? `${nameOf(last.from)}：` : '';
	return html`
		<button type="button" role="option" class=${cls('chat-row', chosen && 'chosen')} aria-selected=${chosen}
			tabindex=${reachable ? 0 : -1} data-chat=${chat.chatId} onClick=${() => open(chat.chatId)}>
			<span class="chat-face">
				<${ChatAvatar} chat=${chat} />
				${count > 0 && html`<span class="badge">${count > 99 ? '99+' : count}<span class="unseen">${t('unreadWord')}</span></span>`}
			</span>
			<span class="chat-words">
				<span class="chat-name">
					<strong>${chat.kind === 'private' ? state.bot.name : chat.name}</strong>
					${chat.kind === 'private' && html`<span class="tag">${t('botTag')}</span>`}
				</span>
				<time>${last ? shortly(last.at) : ''}</time>
				<span class="chat-last">${last ? who + preview(last) : t('nothingYet')}</span>
			</span>
		</button>
	`;
}
