import type { Change, Feishu } from '../../sandbox/platform/contract.ts';
import { wrongInCard } from './card-json.ts';
import { wrongAtAGlance } from './glance.ts';

/** How the platform refuses a card for what it is; one that is being tapped, or names somebody gone, is refused otherwise. */
const NOT_A_CARD = 'ext=ErrCode: 11310; ErrMsg:';

/** Looks at the cards of the bot that this platform has been given since, each state of each card. */
export function watchCards(feishu: Feishu): {
	/** Throws at the first look after a card that breaks card-json.ts or glance.ts, or that the platform refused. */
	check(privateWords: () => Iterable<string>): void;
} {
	const refused: string[] = [];
	const cards = new Set<string>();
	feishu.subscribe((change) => {
		const refusal = refusalIn(change);
		if (refusal) refused.push(refusal);
		const card = cardIn(change);
		if (card) cards.add(card);
	});
	return {
		check(privateWords) {
			const words = cards.size > 0 ? [...privateWords()] : [];
			const wrong = [...cards].flatMap((card) => wrongInCard(card) ?? wrongAtAGlance(card, words) ?? []);
			const found = [...refused.splice(0), ...wrong];
			cards.clear();
			if (found.length > 0) throw new Error(`not a card for a phone:\n${found.join('\n')}`);
		},
	};
}

function refusalIn(change: Change): string | undefined {
	if (change.kind !== 'wire') return undefined;
	const { direction, response, request } = change.line;
	return direction === 'from-bot' && response.includes(NOT_A_CARD) ? `${response}\n${request}` : undefined;
}

function cardIn(change: Change): string | undefined {
	if (change.kind !== 'message') return undefined;
	const { from, type, content, recalled } = change.message;
	return from === 'bot' && type === 'interactive' && !recalled ? content : undefined;
}
