import { useEffect, useRef } from 'preact/hooks';
import { html } from './html.js';
import { change, state } from './store.js';
import { t } from './words.js';

/** The one dialog: a question to agree to, or a body of its own. */
export function Dialog() {
	const box = useRef(null);
	const { dialog } = state;
	useEffect(() => {
		if (dialog && !box.current?.open) box.current?.showModal();
	}, [dialog]);
	if (!dialog) return null;
	const settle = (answer) => {
		change({ dialog: undefined });
		dialog.settle?.(answer);
	};
	return html`
		<dialog ref=${box} class="dialog" aria-label=${dialog.title} onClose=${() => state.dialog === dialog && settle(false)}
			onClick=${(event) => event.target === box.current && settle(false)}>
			<div class="dialog-body">
				<h2>${dialog.title}</h2>
				${dialog.body ? html`<${dialog.body} />` : html`<${Question} dialog=${dialog} settle=${settle} />`}
			</div>
		</dialog>
	`;
}

const Question = ({ dialog, settle }) => html`
	<p>${dialog.text}</p>
	<div class="dialog-buttons">
		<button type="button" class="button" onClick=${() => settle(false)}>${t('cancel')}</button>
		<button type="button" class="button primary" autofocus onClick=${() => settle(true)}>
			${dialog.yes ?? t('confirm')}
		</button>
	</div>
`;
