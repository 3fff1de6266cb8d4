import type { Feishu } from '../../sandbox/platform/contract.ts';
import { wrongInCard } from './card-json.ts';

/** What is wrong with the cards of the bot that this platform has been given since, each state of each card. */
export function watchCards(feishu: Feishu): { readonly check: () => void } {
	const wrong: string[] = [];
	feishu.subscribe((change) => {
		if (change.kind !== 'message') return;
		const { from, type, content, recalled } = change.message;
		if (from !== 'bot' || type !== 'interactive' || recalled) return;
		const problem = wrongInCard(content);
		if (problem) wrong.push(problem);
	});
	return {
		/** Throws at the first look after a card that breaks card-json.ts. */
		check() {
			const found = wrong.splice(0);
			if (found.length > 0) throw new Error(`not a card for a phone:\n${found.join('\n')}`);
		},
	};
}
