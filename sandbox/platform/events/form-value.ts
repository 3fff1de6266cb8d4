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
	members: readonly string[],
): { readonly value: Record<string, unknown> } | { readonly refused: string } {
	const fields = all
		.filter((place) => place.form === form && place.element.tag !== 'button')
		.map((place) => place.element);
	const value: Record<string, unknown> = {};
	for (const [name, answer] of Object.entries(filled)) {
		const field = fields.find((element) => element.name === name);
		if (!field) return { refused: `表单里没有“${name}”这一项` };
		if (!offers(field, answer, members)) return { refused: `“${name}”没有这个选项` };
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

const MENUS = new Set(['select_static', 'multi_select_static']);
const PEOPLE = new Set(['select_person', 'multi_select_person']);

/** A menu takes its own options only; a picker of people without options those who sit in this chat. */
export function offers(
	field: Element,
	answer: string | readonly string[],
	members: readonly string[],
): boolean {
	const listed = (field.options ?? []).flatMap(({ value }) => value ?? []);
	const isPeople = PEOPLE.has(field.tag);
	if (!isPeople && !MENUS.has(field.tag)) return true;
	const offered = new Set(isPeople && listed.length === 0 ? members : listed);
	return (typeof answer === 'string' ? [answer] : answer).every((one) => one === '' || offered.has(one));
}
