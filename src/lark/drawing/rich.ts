import type { Rich, Span } from '../../bot/vocabulary/index.ts';
import { escapeMarkdown, plainText, visible } from './text.ts';

/** Sixteen points: the readers are often sixty. */
const TEXT_SIZE = 'heading';

/** A paragraph: plain text where nothing is marked, markdown only where something is. */
export function drawRich(rich: Rich): object {
	const spans = typeof rich === 'string' ? [rich] : rich;
	if (spans.every((span) => typeof span === 'string')) {
		return { tag: 'div', text: { ...plainText(visible(spans.join(''))), text_size: TEXT_SIZE } };
	}
	return { tag: 'markdown', content: spans.reduce(appendSpan, ''), text_size: TEXT_SIZE };
}

function appendSpan(markdown: string, span: Span): string {
	if (typeof span === 'string') return join(markdown, escapeMarkdown(span));
	if ('account' in span) return join(markdown, mention(span.account));
	return visible(span.bold)
		.split('\n')
		.reduce((text, line, index) => join(index === 0 ? text : `${text}\n`, emphasised(line)), markdown);
}

function emphasised(line: string): string {
	const words = escapeMarkdown(line.trim());
	return words === '' ? '' : `**${words}**`;
}

/** Only what looks like an account may call somebody; `all` would call everybody. */
function mention(openId: string): string {
	return /^o[nu]_[\w-]{1,64}$/.test(openId) ? `<at id=${openId}></at>` : escapeMarkdown(openId);
}

const ENDS_ON_SIGN = /[\s\p{P}\p{S}]\*\*$/u;
const BEGINS_ON_SIGN = /^\*\*[\s\p{P}\p{S}]/u;
const SIGN_LAST = /[\s\p{P}\p{S}]$/u;
const SIGN_FIRST = /^[\s\p{P}\p{S}]/u;

/**
 * Puts two pieces together. Emphasis that begins or ends with a sign (an entity is one) is only read as such
 * beside a space or another sign (CommonMark, flanking runs), and two emphases must not touch.
 */
function join(left: string, right: string): string {
	if (left === '' || right === '') return left + right;
	const touching = left.endsWith('**') && right.startsWith('**');
	const unclosed = ENDS_ON_SIGN.test(left) && !SIGN_FIRST.test(right);
	const unopened = BEGINS_ON_SIGN.test(right) && !SIGN_LAST.test(left);
	return touching || unclosed || unopened ? `${left} ${right}` : left + right;
}
