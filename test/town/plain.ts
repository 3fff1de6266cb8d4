import type { Message } from '../../sandbox/platform/contract.ts';

/** What a message says, without its looks: a card's title, texts and [buttons], line by line. */
export function plain({ content }: Pick<Message, 'content'>): string {
	const json: unknown = JSON.parse(content);
	const lines: string[] = [];
	collect(json, lines);
	return lines.join('\n');
}

export interface SeenButton {
	readonly label: string;
	readonly name?: string;
	readonly value: unknown;
	/** What the client asks before it passes the tap on. */
	readonly asksFirst?: string;
}

/** The buttons of a card as the platform has them. */
export function buttonsOf({ content }: Pick<Message, 'content'>): SeenButton[] {
	const found: SeenButton[] = [];
	visit(JSON.parse(content), (element) => {
		if (element.tag !== 'button') return;
		const [behaviour] = Array.isArray(element.behaviors) ? element.behaviors : [];
		const label = isObject(element.text) ? String(element.text.content ?? '') : '';
		const name = typeof element.name === 'string' ? element.name : undefined;
		const asksFirst = isObject(element.confirm)
			? plain({ content: JSON.stringify(element.confirm) })
			: undefined;
		found.push({ label, name, value: isObject(behaviour) ? behaviour.value : undefined, asksFirst });
	});
	return found;
}

/** Without the signs that keep lines from ending; nobody sees them. */
function seen(text: string): string {
	return text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
}

function collect(value: unknown, lines: string[]): void {
	if (Array.isArray(value)) for (const each of value) collect(each, lines);
	if (!isObject(value)) return;
	if (value.tag === 'button' && isObject(value.text)) {
		lines.push(`[${String(value.text.content)}]`);
		return;
	}
	if (Array.isArray(value.columns) && Array.isArray(value.rows)) {
		for (const row of value.rows)
			if (isObject(row)) lines.push(seen(Object.values(row).map(String).join(' | ')));
	}
	for (const [key, inner] of Object.entries(value)) {
		if ((key === 'content' || key === 'text') && typeof inner === 'string')
			lines.push(seen(withoutEntities(inner)));
		else if (key !== 'config' && key !== 'value' && key !== 'rows') collect(inner, lines);
	}
}

/** Card markdown carries signs as entities. */
function withoutEntities(text: string): string {
	return text
		.replace(/<br>/g, '\n')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&')
		.replace(/\*\*/g, '');
}

function visit(value: unknown, see: (element: Record<string, unknown>) => void): void {
	if (Array.isArray(value)) for (const each of value) visit(each, see);
	if (!isObject(value)) return;
	see(value);
	for (const inner of Object.values(value)) visit(inner, see);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
