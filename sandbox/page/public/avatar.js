import { cls, html } from './html.js';
import { Icon } from './icons.js';
import { nameOf, state } from './store.js';

const HUES = 8;

/** As the real client does it: the last two characters of a Chinese name, the initials of another. */
function initials(name) {
	if (/\p{Script=Han}/u.test(name)) return [...name.replace(/[（(].*$/u, '')].slice(-2).join('');
	return name
		.split(/\s+/)
		.map((word) => word[0])
		.slice(0, 2)
		.join('')
		.toUpperCase();
}

const hue = (id) => [...id].reduce((sum, char) => (sum * 31 + char.codePointAt(0)) % 997, 7) % HUES;

export function Avatar({ id, size = 40 }) {
	const style = { '--size': `${size}px` };
	if (id === 'bot' || id === state.bot.openId)
		return html`<img class="avatar" style=${style} src="/icon.svg" alt="" />`;
	return html`<span class=${cls('avatar', `hue-${hue(id)}`)} style=${style} aria-hidden="true">
		${initials(nameOf(id))}
	</span>`;
}

export function ChatAvatar({ chat, size = 44 }) {
	if (chat.kind === 'private') return html`<${Avatar} id="bot" size=${size} />`;
	return html`<span class=${cls('avatar', 'group', `hue-${hue(chat.chatId)}`)} style=${{ '--size': `${size}px` }}>
		<${Icon} name="people" size=${size / 2} />
	</span>`;
}
