import { useRef, useState } from 'preact/hooks';
import { Avatar } from '../avatar.js';
import { html } from '../html.js';
import { Icon } from '../icons.js';
import { account, nameOf } from '../store.js';
import { t } from '../words.js';
import { labelOf } from './values.js';

const SEARCH_FROM = 8;

/** One or several of a list, people with their faces; a list of any length can be searched. */
export function Choices({ element, on, value = [], set, disabled }) {
	const [query, setQuery] = useState('');
	const box = useRef(null);
	const many = element.tag.startsWith('multi_');
	const people = element.tag.endsWith('_person');
	const options = people
		? persons(element, on.chat)
		: (element.options ?? []).map((one) => ({ value: one.value, label: one.text?.content ?? one.value }));
	const found = options.filter(({ label }) => label.includes(query.trim()));
	const close = () => {
		box.current.open = false;
		box.current.querySelector('summary').focus();
	};
	const toggle = (one) => {
		if (!many) {
			set([one]);
			close();
		} else set(value.includes(one) ? value.filter((kept) => kept !== one) : [...value, one]);
	};
	const onKeyDown = (event) => {
		if (event.key === 'Escape') close();
		if (event.key === 'Enter' && event.target.type !== 'search' && event.target.value)
			toggle(event.target.value);
	};
	const onFocusOut = (event) => {
		if (event.relatedTarget && !box.current.contains(event.relatedTarget)) box.current.open = false;
	};
	const labels = value.map((one) => options.find((option) => option.value === one)?.label ?? one);

	return html`
		<details class="choices" ref=${box} onKeyDown=${onKeyDown} onFocusOut=${onFocusOut}>
			<summary class="box" aria-label=${`${labelOf(element)}: ${labels.join('、') || t('choose')}`} onClick=${(event) => disabled && event.preventDefault()}>
				${labels.length > 0 ? html`<span class="chosen-labels">${labels.join('、')}</span>` : html`<span class="placeholder">${element.placeholder?.content ?? t('choose')}</span>`}
				<${Icon} name="down" size=${16} />
			</summary>
			<div class="menu">
				${
					options.length >= SEARCH_FROM &&
					html`<input type="search" class="box" placeholder=${t('search')} aria-label=${t('search')} value=${query}
					onInput=${(event) => setQuery(event.target.value)} />`
				}
				<div class="pick-list scroll">
					${found.map(
						(one) => html`<label key=${one.value} class="pick-row">
							<input type=${many ? 'checkbox' : 'radio'} value=${one.value} checked=${value.includes(one.value)} disabled=${disabled} onChange=${() => toggle(one.value)} />
							${people && html`<${Avatar} id=${one.value} size=${28} />`}<span>${one.label}</span>
							${people && html`<span class="note">${account(one.value)?.note}</span>`}
						</label>`,
					)}
				</div>
			</div>
		</details>
	`;
}

/** The people the card offers; when it names nobody, those who sit in this chat. */
function persons(element, chat) {
	const ids = element.options?.length ? element.options.map(({ value }) => value) : chat.members;
	return ids.map((id) => ({ value: id, label: nameOf(id) }));
}
