import type { Box } from './box.ts';
import type { Chat, Message } from './contract.ts';

type Mention = Message['mentions'][number];

const ALL: Mention = { key: '@_all', openId: '', name: '所有人' };

export interface Written {
	readonly text: string;
	readonly mentions: readonly Mention[];
}

/**
 * Text as a person types it into a chat: `@Name` of a member, of the bot or 所有人 becomes a mention, the longest
 * name first, so that 张三丰 is not 张三. Every mention has a key of its own, as on the wire.
 */
export function atNames(typed: string, chat: Chat, box: Box): Written {
	const known = new Map<string, string>([[ALL.name, ALL.openId]]);
	for (const openId of chat.members) {
		const name = box.state.people.get(openId)?.name;
		if (name) known.set(name, openId);
	}
	if (chat.hasBot) known.set(box.options.botName, box.botOpenId);
	const names = [...known.keys()]
		.sort((a, b) => b.length - a.length)
		.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	return replaced(typed, new RegExp(`@(${names.join('|')})`, 'gu'), (name) => ({
		name,
		openId: known.get(name),
	}));
}

/** Text as a bot writes it: `<at user_id="ou_…">Name</at>`, or `all`, becomes a mention. */
export function atTags(written: string, box: Box): Written {
	return replaced(written, /<at user_id="([^"]+)">[^<]*<\/at>/gu, (id) =>
		id === 'all' ? ALL : { openId: id, name: box.state.people.get(id)?.name },
	);
}

function replaced(
	source: string,
	pattern: RegExp,
	who: (found: string) => { openId: string | undefined; name: string | undefined },
): Written {
	const mentions: Mention[] = [];
	let person = 0;
	const text = source.replace(pattern, (whole, found: string) => {
		const { openId, name } = who(found);
		if (openId === undefined || name === undefined) return whole;
		const mention = openId === ALL.openId ? ALL : { key: `@_user_${++person}`, openId, name };
		mentions.push(mention);
		return mention.key;
	});
	return { text, mentions };
}
