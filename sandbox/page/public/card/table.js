import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { IconButton } from '../icons.js';
import { t } from '../words.js';
import { Markdown } from './markdown.js';
import { PersonList } from './person.js';

export function Table({ element }) {
	const { columns = [], rows = [], page_size: size = 5, row_height: height } = element;
	const [page, setPage] = useState(0);
	const pages = Math.max(1, Math.ceil(rows.length / size));
	const shown = rows.slice(page * size, (page + 1) * size);
	return html`
		<div class="table-box">
			<div class="table-scroll" tabindex="0" role="region" aria-label=${t('table')}>
				<table class=${height === 'auto' ? 'wraps' : ''}>
					<thead><tr>${columns.map((column) => html`<th key=${column.name} scope="col" style=${width(column)} class="align-${column.horizontal_align ?? side(column)}">${column.display_name ?? column.name}</th>`)}</tr></thead>
					<tbody>
						${shown.map((row, index) => html`<tr key=${index}>${columns.map((column) => html`<td key=${column.name} class="align-${column.horizontal_align ?? side(column)}"><${Cell} column=${column} value=${row[column.name]} /></td>`)}</tr>`)}
					</tbody>
				</table>
			</div>
			${
				pages > 1 &&
				html`<nav class="pages" aria-label=${t('pages')}>
				<${IconButton} icon="back" size=${16} label=${t('pageBack')} disabled=${page === 0} onClick=${() => setPage(page - 1)} />
				<span aria-live="polite">${page + 1} / ${pages}</span>
				<${IconButton} icon="next" size=${16} label=${t('pageNext')} disabled=${page === pages - 1} onClick=${() => setPage(page + 1)} />
			</nav>`
			}
		</div>
	`;
}

const width = ({ width: wide }) => (wide && wide !== 'auto' ? { width: wide } : undefined);

const side = ({ data_type: type }) => (type === 'number' ? 'right' : 'left');

function Cell({ column, value }) {
	if (value === undefined || value === null) return '';
	switch (column.data_type) {
		case 'number':
			return number(value, column.format);
		case 'options':
			return [value]
				.flat()
				.map((one) => html`<span class="card-tag ink-${one.color ?? 'neutral'}">${one.text ?? one}</span>`);
		case 'persons':
			return html`<${PersonList} element=${{ persons: [value].flat().map((id) => ({ id })) }} />`;
		case 'date':
			return new Date(value).toLocaleDateString(document.documentElement.lang, { timeZone: 'Asia/Shanghai' });
		case 'lark_md':
		case 'markdown':
			return html`<${Markdown} text=${String(value)} />`;
		default:
			return String(value);
	}
}

function number(value, { precision, separator, symbol = '' } = {}) {
	const digits =
		precision === undefined ? {} : { minimumFractionDigits: precision, maximumFractionDigits: precision };
	return symbol + Number(value).toLocaleString('zh-CN', { useGrouping: Boolean(separator), ...digits });
}
