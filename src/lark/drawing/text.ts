import type { Rich, Span } from '../../bot/vocabulary/index.ts';

/** A plain text object of card JSON: nothing in it is markup. */
export function plainText(content: string): object {
	return { tag: 'plain_text', content };
}

const MARKUP = /[!"#$&'()*+\-./:<=>@[\\\]^_`{|}~]/g;

/**
 * Text for a markdown element, shown exactly as written: every character that is markup anywhere in a line
 * becomes an HTML entity, which is how the platform documents to show it. The colon counts (`:OK:` is an emoji).
 */
export function escapeMarkdown(text: string): string {
	return visible(text)
		.replace(MARKUP, (sign) => `&#${sign.charCodeAt(0)};`)
		.replace(/^[ \t]+/gm, (indent) => '&nbsp;'.repeat(indent.length));
}

/** Line ends as \n, and no control characters besides them and tabs. */
export function visible(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
}

const WORD_JOINER = '\u2060';
export const FIXED_SPACE = '\u00a0';

/** Where a line must not end: behind a number before what it counts, within a day, a weekday, a time of day. */
const JOINTS = [
	/(?<=\d)(?=[年月日点时分人次号])/,
	/(?<=\d月)(?=\d)/,
	/(?<=周)(?=[一二三四五六日])/,
	/(?<=[上中下早晚凌])(?=[午上晨]\d)/,
	/(?<=[上中下]午|[早晚]上|凌晨)(?=\d)/,
];
const JOINT = new RegExp(JOINTS.map(({ source }) => source).join('|'), 'g');

/**
 * A day and a time stay in one line: 「下午3」 at the end of one and 「点」 at the head of the next misleads. A dot between
 * two words ends a line and never begins one.
 */
export function unbroken(text: string): string {
	return text.replace(JOINT, WORD_JOINER).replaceAll(' · ', `${FIXED_SPACE}· `);
}

/** A short name that no line ends within. */
export function inOneLine(name: string): string {
	return [...name.replaceAll(' ', FIXED_SPACE)].join(WORD_JOINER);
}

/** How wide a text is, in Chinese characters: all else takes about half of one. */
export function widthOf(text: string): number {
	return [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.5), 0);
}

/** Sixteen points: the readers are often sixty. */
const TEXT_SIZE = 'heading';

/** A paragraph: plain text where nothing is marked, markdown only where something is. */
export function drawRich(rich: Rich): object {
	const spans = typeof rich === 'string' ? [rich] : rich;
	if (spans.every((span) => typeof span === 'string')) {
		return { tag: 'div', text: { ...plainText(unbroken(visible(spans.join('')))), text_size: TEXT_SIZE } };
	}
	return { tag: 'markdown', content: unbroken(broken(spans.reduce(appendSpan, ''))), text_size: TEXT_SIZE };
}

/** The platform may ignore a single line break (FEISHU.md); people's own brackets are entities by now. */
function broken(markdown: string): string {
	return markdown.replaceAll('\n', '<br>');
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

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * The content of a text message, a JSON string. Text messages know tags (`<at user_id="all">`, `<b>`) and links
 * `[…](…)`, and no way to escape them: a space without width keeps them from being read as such.
 */
export function drawText(text: string): string {
	const inert = unbroken(visible(text))
		.replace(/<(?=\s*[/!a-z])/gi, `<${ZERO_WIDTH_SPACE}`)
		.replace(/](?=\s*\()/g, `]${ZERO_WIDTH_SPACE}`);
	return JSON.stringify({ text: inert });
}
