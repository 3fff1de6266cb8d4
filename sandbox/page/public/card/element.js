import { Component } from 'preact';
import { html } from '../html.js';
import { t } from '../words.js';
import { Button } from './button.js';
import { Chart } from './chart.js';
import { Checker } from './checker.js';
import { FIELDS, Field } from './field.js';
import { Form } from './form.js';
import { Picture } from './image.js';
import { Clickable, Collapsible, Columns } from './layout.js';
import { Div, MarkdownBlock } from './markdown.js';
import { Overflow } from './overflow.js';
import { Person, PersonList } from './person.js';
import { Table } from './table.js';

const DRAWN = {
	div: Div,
	markdown: MarkdownBlock,
	hr: () => html`<hr />`,
	img: Picture,
	img_combination: Picture,
	person: Person,
	person_list: PersonList,
	chart: Chart,
	table: Table,
	column_set: Columns,
	collapsible_panel: Collapsible,
	interactive_container: Clickable,
	form: Form,
	button: Button,
	overflow: Overflow,
	checker: Checker,
	...Object.fromEntries(Object.keys(FIELDS).map((tag) => [tag, Field])),
};

/** The elements of a card or of a container in it, one under another. */
export const Elements = ({ list, on }) =>
	list.map((element, index) => {
		const key = element.element_id ?? element.name ?? index;
		const Drawn = DRAWN[element.tag] ?? Unknown;
		return html`<${Whole} key=${key}><${Drawn} element=${element} on=${on} /><//>`;
	});

const Unknown = ({ element }) =>
	html`<p class="card-unknown">${t('unknownElement', { tag: element.tag })}</p>`;

/** One element that cannot be drawn must not take the whole page with it. */
class Whole extends Component {
	state = { broken: undefined };

	static getDerivedStateFromError(broken) {
		return { broken };
	}

	render({ children }, { broken }) {
		return broken ? html`<p class="card-unknown">${broken.message}</p>` : children;
	}
}
