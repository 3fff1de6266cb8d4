import type { Change, Feishu } from '../../sandbox/platform/contract.ts';
import { wrongInCard } from './card-json.ts';

/** How the platform refuses a card for what it is; one that is being tapped, or names somebody gone, is refused otherwise. */
const NOT_A_CARD = 'ext=ErrCode: 11310; ErrMsg:';

/** What is wrong with the cards of the bot that this platform has been given since, each state of each card. */
export function watchCards(feishu: Feishu): { readonly check: () => void } {
	const wrong: string[] = [];
	feishu.subscribe((change) => {
		const problem = problemOf(change);
		if (problem) wrong.push(problem);
	});
	return {
		/** Throws at the first look after a card that breaks card-json.ts, or that the platform refused. */
		check() {
			const found = wrong.splice(0);
			if (found.length > 0) throw new Error(`not a card for a phone:\n${found.join('\n')}`);
		},
	};
}

function problemOf(change: Change): string | undefined {
	if (change.kind === 'wire') {
		const { direction, response, request } = change.line;
		return direction === 'from-bot' && response.includes(NOT_A_CARD) ? `${response}\n${request}` : undefined;
	}
	if (change.kind !== 'message') return undefined;
	const { from, type, content, recalled } = change.message;
	return from === 'bot' && type === 'interactive' && !recalled ? wrongInCard(content) : undefined;
}
