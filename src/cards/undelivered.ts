import type { Button, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import { cut } from './frames.ts';

/** What did not arrive, or not yet (`held`), and what can be done instead; without lines it is settled. */
export function undeliveredCard(
	t: Words,
	{
		lines,
		advice,
		held,
	}: { readonly lines: readonly string[]; readonly advice: string; readonly held: boolean },
	told: Button,
): Card {
	const lockScreen = t('delivery.summary');
	if (lines.length === 0)
		return {
			title: t('delivery.over'),
			tone: 'plain',
			lockScreen,
			body: [{ kind: 'text', text: t('delivery.settled-text') }],
		};
	return {
		title: t(held ? 'delivery.held-title' : 'delivery.title'),
		tone: 'careful',
		lockScreen,
		body: [
			{ kind: 'list', items: cut(t, lines) },
			{ kind: 'text', text: advice },
			{ kind: 'buttons', buttons: [{ ...told, style: 'primary' }] },
		],
	};
}
