import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { chooseMenu, say, send } from './deeds.js';
import { html } from './html.js';
import { Icon, IconButton } from './icons.js';
import { candidates, MentionMenu, typedMention } from './mention-menu.js';
import { preview } from './preview.js';
import { change, nameOf, state } from './store.js';
import { t } from './words.js';

export function Composer({ chat }) {
	const box = useRef(null);
	const [at, setAt] = useState(undefined);
	const [picked, setPicked] = useState(0);
	const draft = state.drafts[chat.chatId] ?? '';
	const found = at === undefined ? [] : candidates(chat, at);

	useLayoutEffect(() => {
		box.current.style.height = 'auto';
		box.current.style.height = `${Math.min(box.current.scrollHeight + 2, 220)}px`;
	}, [draft]);

	const write = (text) => change({ drafts: { ...state.drafts, [chat.chatId]: text } });
	const look = () => {
		setAt(typedMention(box.current));
		setPicked(0);
	};
	const onInput = () => {
		write(box.current.value);
		look();
	};
	const mention = ({ name }) => {
		const { value, selectionStart } = box.current;
		const start = value.slice(0, selectionStart).lastIndexOf('@');
		const before = `${value.slice(0, start)}@${name} `;
		box.current.value = before + value.slice(selectionStart);
		box.current.setSelectionRange(before.length, before.length);
		box.current.focus();
		write(box.current.value);
		setAt(undefined);
	};
	const openMention = () => {
		box.current.focus();
		box.current.setRangeText('@', box.current.selectionStart, box.current.selectionEnd, 'end');
		onInput();
	};
	const submit = () => {
		if (draft.trim()) say(chat.chatId, draft.trim());
		setAt(undefined);
		box.current.focus();
	};
	const onKeyDown = (event) => {
		// An input method's Enter chooses a word; it must not send.
		if (event.isComposing) return;
		if (found.length > 0 && MENU_KEYS[event.key]) {
			event.preventDefault();
			MENU_KEYS[event.key]({ found, picked, setPicked, mention, close: () => setAt(undefined) });
		} else if (event.key === 'Enter' && !event.shiftKey) {
			event.preventDefault();
			submit();
		}
	};

	return html`
		<footer class="composer">
			${found.length > 0 && html`<${MentionMenu} found=${found} picked=${picked} onPick=${mention} />`}
			${chat.kind === 'private' && state.menu.length > 0 && html`<${BotMenu} />`}
			<${Replying} chatId=${chat.chatId} />
			<div class="composer-box">
				<textarea ref=${box} rows="1" value=${draft} placeholder=${t('writeTo', { name: chat.kind === 'private' ? state.bot.name : chat.name })}
					aria-label=${t('write')} aria-autocomplete="list" aria-controls="mention-menu" aria-expanded=${found.length > 0}
					aria-activedescendant=${found.length > 0 ? `mention-${picked}` : undefined}
					onInput=${onInput} onKeyDown=${onKeyDown} onClick=${look} onBlur=${() => setAt(undefined)} />
				<div class="composer-bar">
					<${IconButton} icon="at" label=${t('mention')} onMouseDown=${(event) => event.preventDefault()} onClick=${openMention} />
					<${IconButton} icon="smile" label=${t('sendSticker')} onClick=${() => send(chat.chatId, 'sticker')} />
					<${IconButton} icon="mic" label=${t('sendVoice')} onClick=${() => send(chat.chatId, 'audio')} />
					<span class="hint">${chat.kind === 'group' && !draft ? t('groupHint', { bot: state.bot.name }) : t('sendHint')}</span>
					<button type="button" class="send" disabled=${!draft.trim()} onClick=${submit}>
						<${Icon} name="send" size=${18} />${t('send')}
					</button>
				</div>
			</div>
		</footer>
	`;
}

const MENU_KEYS = {
	ArrowDown: ({ found, picked, setPicked }) => setPicked((picked + 1) % found.length),
	ArrowUp: ({ found, picked, setPicked }) => setPicked((picked + found.length - 1) % found.length),
	Enter: ({ found, picked, mention }) => mention(found[picked]),
	Tab: ({ found, picked, mention }) => mention(found[picked]),
	Escape: ({ close }) => close(),
};

/** The bot's own menu, as the real client shows it under a private chat. */
const BotMenu = () => html`<div class="bot-menu" role="group" aria-label=${t('botMenu')}>
	${state.menu.map(({ key, label }) => html`<button key=${key} type="button" onClick=${() => chooseMenu(key)}>${label}</button>`)}
</div>`;

function Replying({ chatId }) {
	const quoted = state.messages[chatId]?.find((one) => one.messageId === state.replying[chatId]);
	if (!quoted) return null;
	const { [chatId]: _, ...rest } = state.replying;
	return html`<p class="replying">
		<${Icon} name="reply" size=${16} /><span>${t('replyTo', { name: nameOf(quoted.from) })}：${preview(quoted)}</span>
		<${IconButton} icon="close" size=${16} label=${t('noReply')} onClick=${() => change({ replying: rest })} />
	</p>`;
}
