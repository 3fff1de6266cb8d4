import { Lexer } from 'marked';
import { cls, html } from '../html.js';
import { Link, Mention } from '../text.js';
import { decoded } from './entities.js';
import { Person } from './person.js';

const OPTIONS = { gfm: true, breaks: true };

export const MarkdownBlock = ({ element }) => html`
	<div class=${cls('md', `align-${element.text_align ?? 'left'}`, `size-${element.text_size ?? 'normal'}`)}>
		<${Markdown} text=${element.content ?? ''} />
	</div>
`;

export const Div = ({ element }) => html`
	<div class=${cls('md', `align-${element.text?.text_align ?? 'left'}`, `size-${element.text?.text_size ?? 'normal'}`, `ink-${element.text?.text_color ?? 'default'}`)}>
		${element.text?.tag === 'lark_md' ? html`<${Markdown} text=${element.text.content ?? ''} />` : html`<p class="plain-text">${element.text?.content}</p>`}
		${(element.fields ?? []).map((field) => html`<${Div} element=${field} />`)}
	</div>
`;

/** The platform's markdown as nodes; of HTML only its own few tags mean anything, the rest is shown as typed. */
export const Markdown = ({ text }) => blocks(Lexer.lex(text ?? '', OPTIONS));

const blocks = (tokens) =>
	tokens.map((token) => BLOCKS[token.type]?.(token) ?? html`<p>${inline([token])}</p>`);

const BLOCKS = {
	space: () => null,
	paragraph: ({ tokens }) => html`<p>${inline(tokens)}</p>`,
	heading: ({ tokens, depth }) => html`<p class="md-h${Math.min(depth, 4)}">${inline(tokens)}</p>`,
	list: ({ ordered, start, items }) => html`<${ordered ? 'ol' : 'ul'} start=${start || undefined}>
		${items.map((item) => html`<li>${blocks(item.tokens)}</li>`)}
	<//>`,
	text: ({ tokens, text }) => html`<span>${tokens ? inline(tokens) : decoded(text)}</span>`,
	blockquote: ({ tokens }) => html`<blockquote>${blocks(tokens)}</blockquote>`,
	code: ({ text }) => html`<pre><code>${text}</code></pre>`,
	hr: () => html`<hr />`,
	html: ({ text }) => html`<p>${inline(Lexer.lexInline(text, OPTIONS))}</p>`,
	table: ({ header, rows }) => html`<table class="md-table">
		<thead><tr>${header.map((cell) => html`<th>${inline(cell.tokens)}</th>`)}</tr></thead>
		<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell.tokens)}</td>`)}</tr>`)}</tbody>
	</table>`,
};

const INLINE = {
	strong: ({ tokens }) => html`<strong>${inline(tokens)}</strong>`,
	em: ({ tokens }) => html`<em>${inline(tokens)}</em>`,
	del: ({ tokens }) => html`<del>${inline(tokens)}</del>`,
	codespan: ({ text }) => html`<code>${decoded(text)}</code>`,
	br: () => html`<br />`,
	link: ({ href, tokens }) => html`<${Link} href=${href}>${inline(tokens)}<//>`,
	image: ({ text }) => html`<span class="md-image">${text}</span>`,
	escape: ({ text }) => decoded(text),
	text: ({ text, tokens }) => (tokens ? inline(tokens) : decoded(text)),
};

/** The platform's own tags; `open` gets what stands until the closing tag. */
const TAGS = {
	at: (attributes) => html`<${Mention} id=${attributes.id ?? attributes.user_id ?? ''} />`,
	person: (attributes) => html`<${Person} element=${{ user_id: attributes.id }} />`,
	font: ({ color }, children) => html`<span class="ink-${color}">${children}</span>`,
	text_tag: ({ color = 'neutral' }, children) => html`<span class="card-tag ink-${color}">${children}</span>`,
	b: (_, children) => html`<strong>${children}</strong>`,
};
const OPEN = /^<(at|person|font|text_tag|b)\b([^>]*?)\/?>$/i;

function inline(tokens) {
	const out = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token.type !== 'html') {
			out.push(INLINE[token.type]?.(token) ?? decoded(token.raw ?? ''));
			continue;
		}
		if (/^<br\s*\/?>$/i.test(token.raw.trim())) {
			out.push(html`<br />`);
			continue;
		}
		const [, name, rest] = OPEN.exec(token.raw.trim()) ?? [];
		const end =
			name &&
			tokens.findIndex(({ type, raw }, i) => i > at && type === 'html' && raw.trim() === `</${name}>`);
		if (!name || end < 0) {
			out.push(token.raw);
			continue;
		}
		out.push(TAGS[name.toLowerCase()](attributesOf(rest), inline(tokens.slice(at + 1, end))));
		at = end;
	}
	return out;
}

const attributesOf = (text) =>
	Object.fromEntries(
		[...text.matchAll(/(\w+)\s*=\s*["']?([^"'\s>]+)["']?/g)].map(([, key, value]) => [key, value]),
	);
