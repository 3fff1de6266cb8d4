import { html } from '../html.js';
import { Markdown } from './markdown.js';

/** A text object: plain, or markdown when it says so. */
export const Plain = ({ text }) =>
	text?.tag === 'lark_md' ? html`<${Markdown} text=${text.content} />` : (text?.content ?? '');
