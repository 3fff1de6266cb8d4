import { useState } from 'preact/hooks';
import { toast } from '../deeds.js';
import { cls, html } from '../html.js';
import { IconButton } from '../icons.js';
import { state } from '../store.js';
import { clockTime } from '../when.js';
import { t } from '../words.js';

/** The raw traffic between platform and bot, newest first. */
export function Wire() {
	const [query, setQuery] = useState('');
	const [direction, setDirection] = useState('');
	const wanted = query.trim().toLowerCase();
	const lines = state.wire
		.filter((line) => !direction || line.direction === direction)
		.filter(
			({ what, request, response, status }) =>
				!wanted || `${what} ${status} ${request} ${response}`.toLowerCase().includes(wanted),
		)
		.toReversed();
	return html`
		<h2>${t('wireTitle')}</h2>
		<p class="lead">${t('wireLead')}</p>
		<div class="wire-filter">
			<input class="box" type="search" placeholder=${t('wireFilter')} aria-label=${t('wireFilter')} value=${query} onInput=${(event) => setQuery(event.target.value)} />
			<select class="box" aria-label=${t('direction')} value=${direction} onChange=${(event) => setDirection(event.target.value)}>
				<option value="">${t('bothWays')}</option>
				<option value="to-bot">${t('toBot')}</option>
				<option value="from-bot">${t('fromBot')}</option>
			</select>
		</div>
		${lines.length === 0 && html`<p class="empty">${t('wireEmpty')}</p>`}
		<div class="wire">${lines.map((line) => html`<${Line} key=${line.id} line=${line} />`)}</div>
	`;
}

function Line({ line }) {
	const [open, setOpen] = useState(false);
	const good = line.status >= 200 && line.status < 300;
	return html`
		<details class="wire-line" onToggle=${(event) => setOpen(event.currentTarget.open)}>
			<summary>
				<span class=${cls('arrow', line.direction)} title=${t(line.direction === 'to-bot' ? 'toBot' : 'fromBot')}>${line.direction === 'to-bot' ? '→' : '←'}</span>
				<span class="wire-what">${line.what}</span>
				<span class=${cls('status', !good && 'bad')}>${line.status || '—'}</span>
				<span class="wire-time">${clockTime(line.at)} · ${Math.round(line.ms)} ms</span>
			</summary>
			${open && html`<${Body} title=${t('request')} text=${line.request} /><${Body} title=${t('response')} text=${line.response} />`}
		</details>
	`;
}

function Body({ title, text }) {
	const copy = async () => {
		await navigator.clipboard.writeText(text);
		toast('success', t('copied'));
	};
	return html`
		<div class="wire-body">
			<h4>${title}<${IconButton} icon="copy" size=${16} label=${t('copy')} onClick=${copy} /></h4>
			<pre tabindex="0">${pretty(text)}</pre>
		</div>
	`;
}

/** JSON with indents, and the JSON strings inside it opened up; anything else as it came. */
function pretty(text) {
	try {
		return JSON.stringify(
			JSON.parse(text, (key, value) =>
				key === 'content' && /^[{[]/.test(value) ? JSON.parse(value) : value,
			),
			null,
			2,
		);
	} catch {
		return text || '—';
	}
}
