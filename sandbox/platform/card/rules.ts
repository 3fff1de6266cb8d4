import { type Element, type Place, places } from './tree.ts';

/** What holds between components, after each of them has been looked at by itself. */

const ELEMENTS = 200;
const LEVELS = 5;
const TABLES = 5;
const CHARTS = 5;

/** Refused, or drawn empty, without words that say what to pick. */
const PICKING = new Set([
	'select_static',
	'multi_select_static',
	'select_person',
	'multi_select_person',
	'date_picker',
	'picker_time',
	'picker_datetime',
]);

const ANSWERING = new Set([...PICKING, 'button', 'input', 'checker']);

/** The first rule this card breaks, or undefined. */
export function brokenRule(card: unknown): string | undefined {
	const all = places(card);
	if (all.length === 0) return 'no elements';
	const elements = countTags(card);
	if (elements > ELEMENTS) return `${elements} elements, at most ${ELEMENTS}`;
	if (all.some((place) => place.depth > LEVELS)) return `containers nested deeper than ${LEVELS}`;
	const tables = count(all, 'table');
	if (tables > TABLES) return `${tables} tables, at most ${TABLES}`;
	const charts = count(all, 'chart');
	if (charts > CHARTS) return `${charts} charts, at most ${CHARTS}`;
	return (
		twice(all, 'name') ?? twice(all, 'element_id') ?? all.map(brokenAt).find((reason) => reason !== undefined)
	);
}

function brokenAt({ element, form }: Place, _index: number, all: readonly Place[]): string | undefined {
	const { tag, name } = element;
	if (tag === 'form') {
		const submits = all.some(
			(place) => place.form === element && place.element.form_action_type === 'submit',
		);
		return submits ? undefined : `form ${name} has no submit button`;
	}
	if (tag === 'chart') {
		if (form) return 'a chart inside a form';
		return hasCode(element.chart_spec) ? 'a function inside chart_spec' : undefined;
	}
	if (PICKING.has(tag) && element.placeholder === undefined) return `${tag} ${name ?? ''} has no placeholder`;
	if (!ANSWERING.has(tag)) return undefined;
	if (form) return brokenInForm(element);
	if (element.required !== undefined) return `${tag}: required outside a form`;
	if (element.form_action_type !== undefined) return `${tag}: form_action_type outside a form`;
	return undefined;
}

function brokenInForm(element: Element): string | undefined {
	if (!element.name) return `${element.tag} inside a form has no name`;
	if (element.tag === 'button' && !element.form_action_type)
		return `button ${element.name} inside a form has no form_action_type`;
	return undefined;
}

function count(all: readonly Place[], tag: string): number {
	return all.filter((place) => place.element.tag === tag).length;
}

function twice(all: readonly Place[], key: 'name' | 'element_id'): string | undefined {
	const seen = new Set<string>();
	for (const { element } of all) {
		const value = element[key];
		if (value === undefined) continue;
		if (seen.has(value)) return `${key} ${value} is there twice`;
		seen.add(value);
	}
	return undefined;
}

const DATA = new Set(['chart_spec', 'rows', 'value']);

/** Every object with a tag counts, texts and icons included; what is only data does not. */
function countTags(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	const own = 'tag' in value && typeof value.tag === 'string' ? 1 : 0;
	return Object.entries(value)
		.filter(([key]) => !DATA.has(key))
		.reduce((sum, [, child]) => sum + countTags(child), own);
}

function hasCode(value: unknown): boolean {
	if (typeof value === 'function') return true;
	if (typeof value === 'string') return /^\s*(async\s+)?(function\b|\([\w\s,]*\)\s*=>|\w+\s*=>)/.test(value);
	return typeof value === 'object' && value !== null && Object.values(value).some(hasCode);
}
