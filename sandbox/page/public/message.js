import { Avatar } from './avatar.js';
import { Picture } from './card/image.js';
import { Card } from './card/index.js';
import { agreed, recall } from './deeds.js';
import { cls, html } from './html.js';
import { Icon, IconButton } from './icons.js';
import { contentOf, preview } from './preview.js';
import { change, nameOf, state } from './store.js';
import { Post, Words } from './text.js';
import { clockTime } from './when.js';
import { t } from './words.js';

export function Message({ message, chat, follows }) {
	if (message.type === 'system') return html`<p class="system">${preview(message)}</p>`;
	const mine = message.from === state.me;
	if (message.recalled)
		return html`<p class="system">${mine ? t('youRecalled') : t('theyRecalled', { name: nameOf(message.from) })}</p>`;
	return html`
		<article class=${cls('message', mine && 'mine', follows && 'follows', message.type)} id=${message.messageId}
			aria-label=${t('from', { name: nameOf(message.from), time: clockTime(message.at) })}>
			${follows ? html`<span class="no-face" />` : html`<${Avatar} id=${message.from} size=${38} />`}
			<div class="message-body">
				${!follows && !mine && html`<span class="sender">${nameOf(message.from)}${message.from === 'bot' && html`<span class="tag">${t('botTag')}</span>`}</span>`}
				${message.repliesTo && html`<${Quote} chatId=${chat.chatId} messageId=${message.repliesTo} />`}
				<div class="bubble-row">
					<${Content} message=${message} chat=${chat} />
					<${Actions} message=${message} mine=${mine} />
				</div>
			</div>
		</article>
	`;
}

function Content({ message, chat }) {
	const content = contentOf(message);
	switch (message.type) {
		case 'text':
			return html`<div class="bubble"><${Words} text=${content.text ?? ''} mentions=${message.mentions} /></div>`;
		case 'post':
			return html`<div class="bubble"><${Post} content=${content} /></div>`;
		case 'interactive':
			return html`<${Card} message=${message} chat=${chat} content=${content} />`;
		case 'file':
			return html`<${File} content=${content} />`;
		case 'image':
			return html`<${Picture} element=${{ img_key: content.image_key }} />`;
		case 'audio':
			return html`<div class="bubble chip"><${Icon} name="mic" /><span>${t('audio')} 3″</span></div>`;
		default:
			return html`<div class="sticker" role="img" aria-label=${t('sticker')}>👍</div>`;
	}
}

const File = ({ content }) => html`
	<a class="bubble chip" href=${`/api/upload?key=${encodeURIComponent(content.file_key ?? '')}`} download>
		<${Icon} name="file" size=${30} />
		<span><strong>${content.file_name ?? t('file')}</strong><span class="note">${t('save')}</span></span>
	</a>
`;

function Quote({ chatId, messageId }) {
	const quoted = state.messages[chatId]?.find((one) => one.messageId === messageId);
	if (!quoted) return null;
	const show = () => document.getElementById(messageId)?.scrollIntoView({ block: 'center' });
	return html`<button type="button" class="quote" onClick=${show}>
		<${Icon} name="reply" size=${14} /><span>${nameOf(quoted.from)}：${preview(quoted)}</span>
	</button>`;
}

function Actions({ message, mine }) {
	const reply = () => {
		change({ replying: { ...state.replying, [message.chatId]: message.messageId } });
		document.querySelector('.composer textarea')?.focus();
	};
	const takeBack = async () => {
		if (await agreed({ title: t('recall'), text: t('recallQuestion'), yes: t('recall') }))
			recall(message.messageId);
	};
	return html`<span class="message-actions">
		<${IconButton} icon="reply" size=${18} label=${t('reply')} onClick=${reply} />
		${mine && html`<${IconButton} icon="recall" size=${18} label=${t('recall')} onClick=${takeBack} />`}
	</span>`;
}
