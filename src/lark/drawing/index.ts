import type { Card } from '../../bot/vocabulary/index.ts';
import { drawBlock } from './blocks.ts';
import { plainText } from './text.ts';

export { drawText } from './text.ts';

const TEMPLATES = { plain: 'blue', good: 'green', careful: 'orange', urgent: 'red' } as const;

/**
 * Draws a card as card JSON 2.0. What people typed appears as typed and never becomes markup. It does not cut:
 * a card beyond the platform's 30 KB or 200 elements is for the caller to page.
 */
export function drawCard(card: Card): object {
	return {
		schema: '2.0',
		config: { update_multi: true, summary: { content: card.lockScreen ?? card.title } },
		header: { title: plainText(card.title), template: TEMPLATES[card.tone] },
		body: { elements: card.body.flatMap(drawBlock) },
	};
}
