import { z } from 'zod';
import type { Block, Card } from '../../src/bot/vocabulary/index.ts';
import { drawCard } from '../../src/lark/index.ts';

export const cardOf = (...body: Block[]): Card => ({ title: '会议', tone: 'plain', body });
const drawn = z.object({ body: z.object({ elements: z.array(z.unknown()) }) });
export const elementsOf = (...body: Block[]): unknown[] =>
	drawn.parse(drawCard(cardOf(...body))).body.elements;

/** All objects inside a value that have the given key. */
export function all(value: unknown, key: string): Record<string, unknown>[] {
	if (typeof value !== 'object' || value === null) return [];
	const inner = Object.values(value).flatMap((part) => all(part, key));
	return key in value ? [{ ...value }, ...inner] : inner;
}

export const markdownOf = (block: Block): string =>
	all(drawCard(cardOf(block)), 'tag')
		.filter(({ tag }) => tag === 'markdown')
		.map(({ content }) => String(content))
		.join('');
