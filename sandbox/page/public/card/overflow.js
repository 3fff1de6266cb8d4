import { html } from '../html.js';
import { Icon } from '../icons.js';
import { t } from '../words.js';
import { Plain } from './plain.js';

/** The three dots: a few more things to do. */
export function Overflow({ element, on }) {
	const choose = (event, option) => {
		event.currentTarget.closest('details').open = false;
		on.tap(element, { option: String(option.value ?? '') });
	};
	const onKeyDown = (event) => {
		if (event.key !== 'Escape') return;
		event.currentTarget.open = false;
		event.currentTarget.querySelector('summary').focus();
	};
	return html`
		<details class="overflow" onKeyDown=${onKeyDown}>
			<summary class="icon-button" aria-label=${t('more')}><${Icon} name="more" /></summary>
			<div class="menu">
				${(element.options ?? []).map(
					(
						option,
					) => html`<button type="button" disabled=${Boolean(on.busy)} onClick=${(event) => choose(event, option)}>
						<${Plain} text=${option.text} />
					</button>`,
				)}
			</div>
		</details>
	`;
}
