import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, visible } from '../../src/lark/drawing/text.ts';
import { drawText } from '../../src/lark/index.ts';
import { elementsOf, markdownOf } from './drawn.ts';

const asRead = (markdown: string): string =>
	markdown.replace(/&nbsp;/g, ' ').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

const nasty = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({
		unit: fc.constantFrom(...'*_~`[]()<>#-+.!|&\\:=/"\'@ \n\t1ab张', '<at id=all></at>', '**', '- ', '&#42;'),
	}),
	fc.constantFrom(
		'<at id=all></at>',
		'<at user_id="all">所有人</at>',
		'1. x',
		'# x',
		'[x](http://y)',
		'    x',
		'&lt;',
	),
);

describe('what people typed', () => {
	it('contains no active markup in markdown, and reads as typed', () => {
		fc.assert(
			fc.property(nasty, (typed) => {
				const escaped = escapeMarkdown(typed);
				expect(escaped).not.toMatch(/[*_~`[\]()<>\\|!:]|^[ \t]|^[#>+-]|^\d+[.)]/m);
				expect(escaped.replace(/&(nbsp|#\d+);/g, '')).not.toContain('&');
				expect(asRead(escaped)).toBe(
					visible(typed)
						.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length))
						.replace(/^[ \t]+/gm, (run) => ' '.repeat(run.length)),
				);
			}),
			{ numRuns: 2000 },
		);
	});

	it('comes out of a markdown reader as a mere paragraph', () => {
		fc.assert(
			fc.property(nasty, (typed) => {
				const html = marked.parse(escapeMarkdown(typed), { async: false, breaks: true });
				expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/<[a-z/!]/i);
			}),
			{ numRuns: 500 },
		);
	});

	it('calls nobody in a text message, and stays JSON', () => {
		fc.assert(
			fc.property(nasty, (typed) => {
				const { text } = JSON.parse(drawText(typed));
				expect(text).not.toMatch(/<\s*[/!a-z]|]\s*\(/i);
				const seen = (all: string) => all.replace(/\u200b|\u2060/g, '');
				expect(seen(text)).toBe(seen(visible(typed)));
			}),
			{ numRuns: 2000 },
		);
	});

	it('stands in plain text elements wherever nothing is marked', () => {
		const text = '<at id=all></at> **x**';
		const [div] = elementsOf({ kind: 'text', text });
		expect(div).toEqual({
			tag: 'div',
			text: { tag: 'plain_text', content: text, text_size: 'heading' },
		});
	});
});

describe('marked text', () => {
	const draw = (...text: (string | { bold: string } | { account: string })[]) =>
		markdownOf({ kind: 'text', text });

	it.each([
		[[{ bold: '张三' }, '来了'], '**张三**来了'],
		[['请', { account: 'ou_zhang-1' }], '请<at id=ou_zhang-1></at>'],
		[[{ bold: '时间：' }, '周三'], '**时间：** 周\u2060三'],
		[['共', { bold: '“三”' }, '人'], '共 **“三”** 人'],
		[[{ bold: '一' }, { bold: '二' }], '**一** **二**'],
		[[{ bold: '一\n二' }], '**一**<br>**二**'],
		[[{ bold: ' ' }, '空'], '空'],
		[[{ bold: '*' }], '**&#42;**'],
	])('%j', (spans, markdown) => {
		expect(draw(...spans)).toBe(markdown);
	});

	it.each(['all', 'ou_x></at><at id=all', 'here', ''])('the account %j calls nobody', (account) => {
		expect(draw({ account })).not.toContain('<');
	});

	it('is bold for a markdown reader, whatever stands beside it', () => {
		const piece = fc.constantFrom('张三', '：', '（好）', '*', 'a b', '1.', '“', '。');
		fc.assert(
			fc.property(piece, piece, piece, (before, bold, after) => {
				const html = marked.parse(draw(before, { bold }, after), { async: false });
				expect(html).toContain('<strong>');
				expect(html).not.toContain('**');
			}),
		);
	});
});
