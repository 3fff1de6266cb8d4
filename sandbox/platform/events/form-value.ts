import type { Element, Place } from '../card/tree.ts';

type Filled = Readonly<Record<string, string | readonly string[]>>;

/** Where the demo's people live; the platform adds the person's own offset to what a picker answers. */
const OFFSET = '+0800';

/** A picker's answer as the platform writes it: `2024-04-29 07:07 +0800`. What has an offset stays as it is. */
export function picked(tag: string, value: string): string {
	if (value === '' || /[+-]\d{4}$/.test(value)) return value;
	if (tag === 'date_picker' || tag === 'picker_time') return `${value} ${OFFSET}`;
	return tag === 'picker_datetime' ? `${value.replace('T', ' ')} ${OFFSET}` : value;
}

/** The form, one of the card's places, as the callback carries it, or why the client would not send it. */
export function formValue(
	all: readonly Place[],
	form: Element,
	filled: Filled,
): { readonly value: Record<string, unknown> } | { readonly refused: string } {
	const fields = all
		.filter((place) => place.form === form && place.element.tag !== 'button')
		.map((place) => place.element);
	const value: Record<string, unknown> = {};
	for (const [name, answer] of Object.entries(filled)) {
		const field = fields.find((element) => element.name === name);
		if (!field) return { refused: `表单里没有“${name}”这一项` };
		if (!offers(field, answer)) return { refused: `“${name}”没有这个选项` };
		value[name] = written(field.tag, answer);
	}
	const missing = fields.some((field) => field.required && isEmpty(filled[field.name ?? '']));
	return missing ? { refused: '有必填项未填写' } : { value };
}

function written(tag: string, answer: string | readonly string[]): unknown {
	if (typeof answer !== 'string') return answer;
	return tag === 'checker' ? answer === 'true' : picked(tag, answer);
}

function isEmpty(answer: string | readonly string[] | undefined): boolean {
	return answer === undefined || answer.length === 0;
}

/** A static menu takes its own options only; people's pickers without options offer the whole chat. */
export function offers(field: Element, answer: string | readonly string[]): boolean {
	if (field.tag !== 'select_static' && field.tag !== 'multi_select_static') return true;
	const options = new Set(field.options?.map((option) => option.value));
	return (typeof answer === 'string' ? [answer] : answer).every((one) => one === '' || options.has(one));
}
