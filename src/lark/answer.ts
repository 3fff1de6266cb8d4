import type { Answer } from '../bot/vocabulary/index.ts';
import { drawCard } from './drawing/index.ts';

/** What a card action is answered with: `{}`, or a toast and the card to show instead. */
export function answerBody(answer: Answer): object {
	return {
		...(answer.toast && { toast: { type: answer.toast.tone, content: answer.toast.text } }),
		...(answer.card && { card: { type: 'raw', data: drawCard(answer.card) } }),
	};
}
