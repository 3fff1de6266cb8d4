import { cls, html } from '../html.js';
import { isWebLink } from '../text.js';
import { Plain } from './plain.js';

const STYLES = {
	default: 'plain',
	primary: 'outline',
	danger: 'danger',
	text: 'link',
	primary_text: 'link',
	danger_text: 'link danger',
	primary_filled: 'primary',
	danger_filled: 'primary danger',
	laser: 'primary',
};

export function Button({ element, on }) {
	const url = element.behaviors?.find(({ type }) => type === 'open_url')?.default_url ?? element.url;
	const action =
		element.form_action_type ?? { form_submit: 'submit', form_reset: 'reset' }[element.action_type];
	const press = () => {
		if (on.form && action === 'submit') return on.form.submit(element);
		if (on.form && action === 'reset') return on.form.reset();
		if (isWebLink(url)) window.open(url, '_blank', 'noopener,noreferrer');
		if (!url || element.behaviors?.some(({ type }) => type === 'callback')) return on.tap(element);
	};
	// In the client `primary` is an outlined blue and `primary_filled` the filled one; we draw both filled, as the mobile client does.
	const style = element.type === 'primary' ? 'primary' : (STYLES[element.type] ?? 'plain');
	return html`
		<button type="button" class=${cls('button', style, `size-${element.size ?? 'medium'}`, element.width === 'fill' && 'fill', on.busy === element && 'busy')}
			disabled=${Boolean(on.busy) || element.disabled} title=${element.disabled ? element.disabled_tips?.content : undefined}
			onClick=${press}>
			<${Plain} text=${element.text} />
		</button>
	`;
}
