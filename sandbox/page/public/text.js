import { cls, html } from './html.js';
import { nameOf, state } from './store.js';

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const LINK = 'https?://[^\\s<>"，。；）]+';
const AT = '<at (?:user_)?id="?[^">]*"?>[^<]*</at>';

export const isWebLink = (href) => /^https?:\/\//i.test(href ?? '');

export function Mention({ id, name }) {
	const all = id === 'all';
	return html`<span class=${cls('mention', (all || id === state.me) && 'me')}>@${all ? name || '所有人' : nameOf(id)}</span>`;
}

export const Link = ({ href, children }) =>
	isWebLink(href)
		? html`<a href=${href} target="_blank" rel="noopener noreferrer">${children}</a>`
		: html`<span>${children}</span>`;

/** A text as people wrote it: mentions and web links stand out, line breaks stay, nothing else means anything. */
export function Words({ text, mentions = [] }) {
	const keys = mentions.map(({ key }) => `${escaped(key)}(?!\\d)`);
	return text.split(new RegExp(`(${[AT, LINK, ...keys].join('|')})`)).map((part, index) => {
		if (index % 2 === 0) return part;
		const known = mentions.find(({ key }) => key === part);
		if (known) return html`<${Mention} id=${known.openId ?? 'all'} name=${known.name} />`;
		const at = /^<at (?:user_)?id="?([^">]*)"?>([^<]*)</.exec(part);
		if (at) return html`<${Mention} id=${at[1]} name=${at[2]} />`;
		return html`<${Link} href=${part}>${part}<//>`;
	});
}

/** A rich text message: a title and lines of pieces. */
export function Post({ content }) {
	const { title, content: lines = [] } = content.zh_cn ?? content.en_us ?? content;
	return html`
		${title && html`<strong class="post-title">${title}</strong>`}
		${lines.map((pieces) => html`<p>${pieces.map((piece) => html`<${Piece} piece=${piece} />`)}</p>`)}
	`;
}

function Piece({ piece }) {
	if (piece.tag === 'at') return html`<${Mention} id=${piece.user_id} name=${piece.user_name} />`;
	if (piece.tag === 'a') return html`<${Link} href=${piece.href}>${piece.text}<//>`;
	return html`<span>${piece.text ?? ''}</span>`;
}
