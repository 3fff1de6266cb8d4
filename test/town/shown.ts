import { z } from 'zod';
import type { Feishu, Message } from '../../sandbox/platform/contract.ts';
import { plain } from './plain.ts';

const Card = z.object({
	config: z.object({ enable_forward: z.boolean(), summary: z.object({ content: z.string().min(1) }) }),
	header: z.object({ title: z.object({ content: z.string() }) }),
	body: z.object({ elements: z.array(z.unknown()) }),
});

/** What the platform calls people by until they have a name, or everybody at once. */
const PLACE_HOLDER = /@_(?:user_\d+|all)/;

/** What is wrong with what the bot has shown these people, beyond what the platform itself refuses. */
export function wrongIn(feishu: Feishu, openIds: readonly string[]): string[] {
	const chats = new Set(openIds.flatMap((openId) => feishu.chatsOf(openId).map(({ chatId }) => chatId)));
	return [...chats].flatMap((chatId) =>
		feishu
			.messages(chatId)
			.filter(({ from, recalled }) => from === 'bot' && !recalled)
			.flatMap((message) => [
				...wrongWords(message),
				...(message.type === 'interactive' ? wrongCard(message) : []),
			]),
	);
}

function wrongWords(message: Message): string[] {
	const said = plain(message);
	return PLACE_HOLDER.test(said) ? [`a place-holder is shown: ${said}`] : [];
}

function wrongCard({ content }: Message): string[] {
	const { data, error } = Card.safeParse(JSON.parse(content));
	if (!data) return [`not a card of ours: ${error?.message}`];
	const title = data.header.title.content;
	return [
		...(data.config.enable_forward ? [`may be passed on: ${title}`] : []),
		...(data.body.elements.length === 0 ? [`empty: ${title}`] : []),
		...(plain({ content: JSON.stringify(data.body) }) === title ? [`says its title twice: ${title}`] : []),
		...(/"tag":"chart"(?!.*"media":\[\])/.test(content)
			? [`a chart with queries of the platform’s: ${title}`]
			: []),
	];
}
