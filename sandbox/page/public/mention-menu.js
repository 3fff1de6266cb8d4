import { useEffect } from 'preact/hooks';
import { Avatar } from './avatar.js';
import { cls, html } from './html.js';
import { account, state } from './store.js';
import { t } from './words.js';

const SHOWN = 8;

/** What stands between the last `@` and the cursor, or undefined when no name is being typed. */
export function typedMention(box) {
	return /(?:^|[^\w.])@([^\s@]{0,12})$/.exec(box.value.slice(0, box.selectionStart))?.[1];
}

/** The bot first, then the chat's members, whose name begins with or contains what was typed. */
export function candidates(chat, typed) {
	const bot = chat.hasBot || chat.kind === 'private' ? [{ openId: 'bot', name: state.bot.name }] : [];
	const people = chat.members.filter((id) => id !== state.me).map((id) => account(id));
	return [...bot, ...people].filter((one) => one?.name.includes(typed) && one.name !== typed).slice(0, SHOWN);
}

export function MentionMenu({ found, picked, onPick }) {
	useEffect(
		() => document.getElementById(`mention-${picked}`)?.scrollIntoView({ block: 'nearest' }),
		[picked],
	);
	return html`<div class="mention-menu" id="mention-menu" role="listbox" aria-label=${t('mention')}>
		${found.map(
			(
				one,
				index,
			) => html`<div key=${one.openId} id="mention-${index}" role="option" aria-selected=${index === picked}
				class=${cls('mention-row', index === picked && 'chosen')}
				onMouseDown=${(event) => {
					event.preventDefault();
					onPick(one);
				}}>
				<${Avatar} id=${one.openId} size=${28} /><span>${one.name}</span><span class="note">${one.note}</span>
			</div>`,
		)}
	</div>`;
}
