import { cls, html } from '../html.js';
import { t } from '../words.js';
import { Choices } from './choices.js';
import { Plain } from './plain.js';
import { initialOf, labelOf, wireValue } from './values.js';

/** The fields, and how each is drawn. */
export const FIELDS = {
	input: Input,
	select_static: Select,
	multi_select_static: Choices,
	select_person: Choices,
	multi_select_person: Choices,
	date_picker: (props) => html`<${When} ...${props} type="date" />`,
	picker_time: (props) => html`<${When} ...${props} type="time" />`,
	picker_datetime: (props) => html`<${When} ...${props} type="datetime-local" />`,
};

/** A field with its label; outside a form its answer is told at once. */
export function Field({ element, on }) {
	const { name, required } = element;
	const inForm = on.form && name;
	const Drawn = FIELDS[element.tag];
	const missing = inForm && on.form.missing.has(name);
	const props = {
		element,
		on,
		value: inForm ? on.form.values[name] : initialOf(element),
		disabled: Boolean(on.busy) || element.disabled,
		missing,
		set: (value) => (inForm ? on.form.set(name, value) : on.tap(element, chosen(wireValue(element, value)))),
	};
	return html`
		<div class=${cls('field', missing && 'missing')} data-field=${name}>
			${element.label?.content && html`<span class="field-label"><${Plain} text=${element.label} />${required && html`<span class="star" aria-hidden="true">*</span>`}</span>`}
			<${Drawn} ...${props} />
			${missing && html`<span class="field-error" role="alert">${t('required')}</span>`}
		</div>
	`;
}

const chosen = (value) => (Array.isArray(value) ? { options: value } : { option: value });

function Input({ element, value, set, disabled, missing, on }) {
	const common = {
		value,
		disabled,
		placeholder: element.placeholder?.content,
		maxlength: element.max_length,
		'aria-label': labelOf(element),
		'aria-invalid': missing,
		[on.form ? 'onInput' : 'onChange']: (event) => set(event.target.value),
	};
	if (element.input_type === 'multiline_text')
		return html`<textarea class="box" rows=${element.rows ?? 3} ...${common} />`;
	return html`<input class="box" type=${element.input_type === 'password' ? 'password' : 'text'} ...${common} />`;
}

function Select({ element, value, set, disabled, missing }) {
	return html`
		<select class="box" value=${value} disabled=${disabled} aria-label=${labelOf(element)} aria-invalid=${missing} onChange=${(event) => set(event.target.value)}>
			<option value="" disabled=${element.required}>${element.placeholder?.content ?? t('choose')}</option>
			${(element.options ?? []).map((option) => html`<option key=${option.value} value=${option.value}>${option.text?.content ?? option.value}</option>`)}
		</select>
	`;
}

const When = ({ element, value, set, disabled, missing, type }) => html`
	<input class="box" type=${type} value=${value} disabled=${disabled} aria-label=${labelOf(element)} aria-invalid=${missing}
		onChange=${(event) => set(event.target.value)} />
`;
