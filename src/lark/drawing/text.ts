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

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * The content of a text message, a JSON string. Text messages know tags (`<at user_id="all">`, `<b>`) and links
 * `[…](…)`, and no way to escape them: a space without width keeps them from being read as such.
 */
export function drawText(text: string): string {
	const inert = visible(text)
		.replace(/<(?=\s*[/!a-z])/gi, `<${ZERO_WIDTH_SPACE}`)
		.replace(/](?=\s*\()/g, `]${ZERO_WIDTH_SPACE}`);
	return JSON.stringify({ text: inert });
}
