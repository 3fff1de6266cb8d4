import { post } from './api.js';
import { refresh } from './changes.js';
import { agreed, attempt, toast } from './deeds.js';
import { html } from './html.js';
import { change, nameOf, state } from './store.js';
import { t } from './words.js';

export const accountStates = () => change({ dialog: { body: Account, title: t('account') } });

/** What can happen to an account that the bot has to cope with. */
function Account() {
	const openId = state.me;
	const mark = (label, path, body) => async () => {
		if (await attempt(() => post(path, { openId, ...body }))) toast('success', label);
	};
	const leave = async () => {
		change({ dialog: undefined });
		const name = nameOf(openId);
		if (!(await agreed({ title: t('resign'), text: t('resignQuestion', { name }), yes: t('resign') })))
			return;
		await attempt(() => post('/resign', { openId }));
		change({ me: undefined, chatId: undefined });
		await attempt(refresh);
	};
	const pairs = [
		['block', '/block', { blocked: true }],
		['unblock', '/block', { blocked: false }],
		['hide', '/hide', { hidden: true }],
		['unhide', '/hide', { hidden: false }],
	];
	return html`
		<p class="note">${t('accountLead')}</p>
		<div class="account-states">
			${pairs.map(([word, path, body]) => html`<button key=${word} type="button" class="button plain" onClick=${mark(t(word), path, body)}>${t(word)}</button>`)}
			<button type="button" class="button danger" onClick=${leave}>${t('resign')}</button>
		</div>
		<div class="dialog-buttons"><button type="button" class="button" onClick=${() => change({ dialog: undefined })}>${t('done')}</button></div>
	`;
}
