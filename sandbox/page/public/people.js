import { useEffect, useRef, useState } from 'preact/hooks';
import { Avatar } from './avatar.js';
import { become } from './deeds.js';
import { cls, html } from './html.js';
import { Icon } from './icons.js';
import { stepThrough } from './keys.js';
import { account, change, state } from './store.js';
import { t } from './words.js';

const RANK = [/组织员|党务|officer/i, /书记|secretary/i, /委员|指导员/, /流动|floating/i, /./];

/** The most useful personas first: those who can do most in the demo. */
export function ranked(accounts) {
	const rank = ({ note = '' }) => {
		const found = RANK.findIndex((pattern) => pattern.test(note));
		return found < 0 ? RANK.length : found;
	};
	return accounts.toSorted((a, b) => rank(a) - rank(b));
}

/** Who I am, and the list to become somebody else. */
export function People() {
	const me = account(state.me);
	const others = Object.values(state.waiting).some((count) => count > 0);
	return html`
		<header class="whoami">
			<button type="button" class="persona current" aria-expanded=${state.switching} aria-haspopup="listbox"
				onClick=${() => change({ switching: !state.switching })}>
				<${Avatar} id=${state.me ?? ''} size=${44} />
				<span class="persona-words">
					<strong>${me?.name ?? t('nobody')}</strong>
					<span class="note">${me?.note || t('iAm')}</span>
				</span>
				<span class="swap">${t('switch')}<${Icon} name="down" size=${16} />${others && html`<i class="dot" />`}</span>
			</button>
		</header>
		${state.switching && html`<${Switcher} />`}
	`;
}

function Switcher() {
	const [query, setQuery] = useState('');
	const search = useRef(null);
	useEffect(() => search.current?.focus(), []);
	const close = () => {
		change({ switching: false });
		document.querySelector('.persona.current')?.focus();
	};
	const found = sorted().filter(({ name, note = '' }) => `${name} ${note}`.includes(query.trim()));
	const onKeyDown = (event) => {
		if (event.key === 'Escape') close();
		else if (event.key === 'Enter' && event.target === search.current && found[0]) become(found[0].openId);
		else stepThrough(event, '.switcher .persona, .switcher input');
	};
	return html`
		<section class="switcher" aria-label=${t('switch')} onKeyDown=${onKeyDown}>
			<label class="search">
				<${Icon} name="search" size=${18} />
				<input ref=${search} type="search" value=${query} placeholder=${t('findPerson', { count: state.accounts.length })}
					onInput=${(event) => setQuery(event.target.value)} />
			</label>
			<div class="scroll" role="listbox" aria-label=${t('personas')}>
				${found.map((one) => html`<${Persona} key=${one.openId} one=${one} />`)}
				${found.length === 0 && html`<p class="empty">${t('nobodyFound')}</p>`}
			</div>
		</section>
	`;
}

function sorted() {
	const place = ({ openId }) => {
		if (state.waiting[openId]) return -2;
		return state.recent.includes(openId) ? -1 : 0;
	};
	return ranked(state.accounts).toSorted((a, b) => place(a) - place(b));
}

function Persona({ one }) {
	const waiting = state.waiting[one.openId] ?? 0;
	return html`
		<button type="button" role="option" class=${cls('persona', one.openId === state.me && 'chosen')}
			aria-selected=${one.openId === state.me} onClick=${() => become(one.openId)}>
			<${Avatar} id=${one.openId} size=${36} />
			<span class="persona-words"><strong>${one.name}</strong><span class="note">${one.note}</span></span>
			${waiting > 0 && html`<span class="badge" aria-label=${t('unread', { count: waiting })}>${waiting}</span>`}
		</button>
	`;
}
