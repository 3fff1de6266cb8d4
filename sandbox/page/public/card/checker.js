import { cls, html } from '../html.js';
import { Plain } from './plain.js';

/** A line to tick off; outside a form a tick is told at once. */
export function Checker({ element, on }) {
	const inForm = on.form && element.name;
	const checked = inForm ? on.form.values[element.name] === 'true' : element.checked;
	const tick = (event) => {
		if (inForm) on.form.set(element.name, String(event.target.checked));
		else on.tap(element, { option: String(event.target.checked) });
	};
	return html`
		<label class=${cls('checker', checked && 'checked')}>
			<input type="checkbox" checked=${checked} disabled=${Boolean(on.busy) || element.disabled} onChange=${tick} />
			<span><${Plain} text=${element.text} /></span>
		</label>
	`;
}
