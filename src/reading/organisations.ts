import { landlines, telephones } from './numbers.ts';
import { type Span, trimmed, without } from './span.ts';

export interface Words extends Span {
	readonly words: string;
}

const ORGANISATION = /(?:支部|总支|党委|工委|党小组|党组)$/u;

/** The first word, between blanks, that is called like a party organisation: 西山村党支部. */
export function readOrganisation(text: string): Words | undefined {
	for (const { index, 0: word } of text.matchAll(/\S+/gu))
		if (word.length > 2 && ORGANISATION.test(word.slice(-3)))
			return { words: word, from: index, to: index + word.length };
	return undefined;
}

/** The last word of a text, as the name of the node above: 隶属 星光支部 高新区两新党委. */
export function readLastWord(text: string): Words | undefined {
	const end = text.trimEnd().length;
	let from = end;
	while (from > 0 && !/\s/u.test(text.charAt(from - 1))) from--;
	return from === end ? undefined : { words: text.slice(from, end), from, to: end };
}

/** A name as it is kept: without the quotation marks around it and the stop behind. */
export function unquoted(name: string): string {
	return trimmed(name, '「“"《」”》。.!！ ');
}

export type NodeKind = 'committee' | 'general-branch' | 'branch' | 'group';

/** What a node is by its name: 党委, 总支, 党小组 and 工委 say so themselves; everything else is a branch. */
export function kindOfName(name: string): NodeKind {
	if (name.includes('总支')) return 'general-branch';
	const committee = /(?:党委|党工委|工委|委员会)$/u.test(name) && !name.endsWith('支部委员会');
	if (committee || /committee$/iu.test(name)) return 'committee';
	return name.endsWith('小组') ? 'group' : 'branch';
}

/** The name of an organisation and, beside it, its telephone as written: 东湖镇两新党委 电话 0755-12345678. */
export function readHost(text: string): { readonly name: string; readonly phone?: string } | undefined {
	const [phone] = [...telephones(text), ...landlines(text)];
	const words = phone ? without(text, [phone]) : text;
	const name = unquoted(words.replace(/(?:联系)?电话|[,，、;；:：\s]+/gu, ' ').trim());
	if (!/^\p{L}.{2,}/u.test(name)) return undefined;
	return { name, ...(phone && { phone: text.slice(phone.from, phone.to) }) };
}
