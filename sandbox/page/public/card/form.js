import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { FIELDS } from './field.js';
import { initialOf, wireValue } from './values.js';

/** A form keeps what was filled in until it is sent; required fields are asked for before. */
export function Form({ element, on }) {
	const fields = fieldsOf(element.elements ?? []);
	const initial = () => Object.fromEntries(fields.map((field) => [field.name, initialOf(field)]));
	const [values, setValues] = useState(initial);
	const [missing, setMissing] = useState(() => new Set());
	const box = useRef(null);

	const form = {
		values,
		missing,
		set(name, value) {
			setValues((before) => ({ ...before, [name]: value }));
			setMissing((before) => before.difference(new Set([name])));
		},
		reset: () => setValues(initial()),
		submit(button) {
			const open = fields.filter(({ name, required }) => required && isEmpty(values[name]));
			setMissing(new Set(open.map(({ name }) => name)));
			if (open[0]) {
				box.current
					.querySelector(`[data-field="${CSS.escape(open[0].name)}"] :is(input, select, textarea, summary)`)
					?.focus();
				return;
			}
			const filled = fields.filter(({ name, tag }) => tag === 'input' || !isEmpty(values[name]));
			const formValue = Object.fromEntries(
				filled.map((field) => [field.name, wireValue(field, values[field.name])]),
			);
			return on.tap(button, { formValue });
		},
	};
	return html`<div class="form" role="form" ref=${box}>${on.draw(element.elements, { ...on, form })}</div>`;
}

const isEmpty = (value) => value === undefined || value.length === 0;

/** Every field of the form, however deep in columns it stands. */
function fieldsOf(elements) {
	return elements.flatMap((element) => {
		if ((FIELDS[element.tag] || element.tag === 'checker') && element.name) return [element];
		const inner = element.elements ?? element.columns?.flatMap((column) => column.elements ?? []) ?? [];
		return fieldsOf(inner);
	});
}
