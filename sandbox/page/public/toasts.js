import { html } from './html.js';
import { Icon } from './icons.js';
import { state } from './store.js';

const ICONS = { success: 'check', error: 'close', warning: 'faults', info: 'more' };

export const Toasts = () => html`
	<div class="toasts" role="status" aria-live="polite">
		${state.toasts.map(
			({ id, type, content }) => html`<p key=${id} class="toast ${type}">
				<span class="toast-mark"><${Icon} name=${ICONS[type] ?? 'more'} size=${15} /></span>${content}
			</p>`,
		)}
	</div>
`;
