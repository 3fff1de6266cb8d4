import { cls, html } from '../html.js';
import { Icon } from '../icons.js';
import { Plain } from './plain.js';

/** Columns beside each other; they wrap or stack on a narrow screen as `flex_mode` says. */
export const Columns = ({ element, on }) => html`
	<div class=${cls('columns', `flex-${element.flex_mode ?? 'none'}`, background(element))} data-count=${element.columns?.length}>
		${(element.columns ?? []).map(
			(
				column,
				index,
			) => html`<div key=${index} class=${cls('column', `valign-${column.vertical_align ?? 'top'}`, background(column), column.direction === 'horizontal' && 'beside')}
				style=${{ flex: share(column) }}>
				${on.draw(column.elements, on)}
			</div>`,
		)}
	</div>
`;

const background = ({ background_style: style }) => (style && style !== 'default' ? 'shaded' : '');

function share({ width, weight = 1 }) {
	if (width === 'auto') return '0 1 auto';
	if (/^\d+px$/.test(width ?? '')) return `0 1 ${width}`;
	return `${weight} 1 0`;
}

export const Collapsible = ({ element, on }) => html`
	<details class="collapsible" open=${element.expanded}>
		<summary><span><${Plain} text=${element.header?.title} /></span><${Icon} name="down" size=${18} /></summary>
		<div class="card-body">${on.draw(element.elements, on)}</div>
	</details>
`;

/** A container that is one big button. */
export function Clickable({ element, on }) {
	const press = (event) => {
		if (event.target.closest('button, a, input, select, summary') === null) on.tap(element);
	};
	const onKeyDown = (event) => {
		if (event.target === event.currentTarget && ['Enter', ' '].includes(event.key)) {
			event.preventDefault();
			on.tap(element);
		}
	};
	return html`
		<div class=${cls('clickable', element.has_border && 'bordered', background(element))} role="button" tabindex="0"
			aria-disabled=${Boolean(on.busy)} onClick=${press} onKeyDown=${onKeyDown}>
			${on.draw(element.elements, on)}
		</div>
	`;
}
