import type { Button, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import { cut } from './frames.ts';

/** What did not arrive, and what can be done instead; without lines it is settled. */
export function undeliveredCard(t: Words, lines: readonly string[], advice: string, told: Button): Card {
	const lockScreen = t('delivery.summary');
	if (lines.length === 0)
		return {
			title: t('delivery.over'),
			tone: 'plain',
			lockScreen,
			body: [{ kind: 'text', text: t('delivery.settled-text') }],
		};
	return {
		title: t('delivery.title'),
		tone: 'careful',
		lockScreen,
		body: [
			{ kind: 'list', items: cut(t, lines) },
			{ kind: 'text', text: advice },
			{ kind: 'buttons', buttons: [{ ...told, style: 'primary' }] },
		],
	};
}
