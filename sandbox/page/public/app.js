import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { follow } from './changes.js';
import { Chats } from './chats.js';
import { Conversation } from './conversation.js';
import { become } from './deeds.js';
import { Dialog } from './dialog.js';
import { cls, html } from './html.js';
import { People, ranked } from './people.js';
import { change, useStore } from './store.js';
import { Toasts } from './toasts.js';
import { Tools } from './tools/index.js';
import { t } from './words.js';

function App() {
	const state = useStore();
	const { ready, me, accounts } = state;

	useEffect(() => follow(), []);
	useEffect(() => {
		const back = (event) => change({ pane: event.state?.pane ?? 'list' });
		addEventListener('popstate', back);
		return () => removeEventListener('popstate', back);
	}, []);
	useEffect(() => {
		if (!ready || state.choosing) return;
		const known = accounts.some((one) => one.openId === me);
		const first = known ? me : ranked(accounts)[0]?.openId;
		if (first && (!known || !state.chatId)) become(first);
	}, [ready, me, accounts.length]);

	if (!ready) return html`<main class="opening" role="status">${t('opening')}</main>`;
	return html`
		<div class=${cls('shell', `pane-${state.pane}`, state.tools && 'with-tools')}>
			<aside class="left" aria-label=${t('chats')}>
				<${People} />
				<${Chats} />
			</aside>
			<${Conversation} />
			${state.tools && html`<${Tools} />`}
		</div>
		${!state.online && html`<p class="offline" role="status">${t('offline')}</p>`}
		<${Toasts} />
		<${Dialog} />
		<p class="unseen" role="status" aria-live="polite">${state.spoken}</p>
	`;
}

render(html`<${App} />`, document.getElementById('app'));
