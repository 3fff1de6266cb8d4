const OFFSET = ' +0800';

export const labelOf = ({ label, placeholder, name }) => label?.content || placeholder?.content || name;

/** What a tap carries back to the bot. */
export function callbackOf(element) {
	const callback = element.behaviors?.find(({ type }) => type === 'callback');
	return callback ? callback.value : element.value;
}

/** What a field holds before anybody touches it, in the form its control wants. */
export function initialOf(element) {
	switch (element.tag) {
		case 'input':
			return element.default_value ?? '';
		case 'checker':
			return String(Boolean(element.checked));
		case 'select_static':
			return element.initial_option ?? element.options?.[element.initial_index - 1]?.value ?? '';
		case 'select_person':
			return element.initial_option ? [element.initial_option] : [];
		case 'date_picker':
			return element.initial_date ?? '';
		case 'picker_time':
			return element.initial_time ?? '';
		case 'picker_datetime':
			return (element.initial_datetime ?? '').replace(' ', 'T');
		default:
			return element.selected_values ?? [];
	}
}

/** The value as the platform sends it: times carry their offset, people are open_ids. */
export function wireValue({ tag }, value) {
	switch (tag) {
		case 'date_picker':
		case 'picker_time':
			return value + OFFSET;
		case 'picker_datetime':
			return value.replace('T', ' ') + OFFSET;
		case 'select_person':
			return value[0] ?? '';
		default:
			return value;
	}
}
