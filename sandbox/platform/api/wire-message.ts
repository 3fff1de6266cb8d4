import type { Box } from '../box.ts';
import type { Message } from '../contract.ts';

/** A message as the API answers it; what was recalled keeps its place and loses its words. */
export function wireMessage(box: Box, message: Message) {
	const { appId, tenantKey } = box.options;
	const sender =
		message.from === 'bot'
			? { id: appId, id_type: 'app_id', sender_type: 'app', tenant_key: tenantKey }
			: { id: message.from, id_type: 'open_id', sender_type: 'user', tenant_key: tenantKey };
	return {
		message_id: message.messageId,
		...threadOf(box, message),
		msg_type: message.type,
		create_time: String(message.at),
		update_time: String(message.at),
		deleted: message.recalled ?? false,
		updated: message.edits > 0,
		chat_id: message.chatId,
		sender,
		body: { content: message.recalled ? 'This message was recalled' : message.content },
		...(message.mentions.length === 0
			? {}
			: {
					mentions: message.mentions.map(({ key, openId, name }) => ({
						key,
						id: openId,
						id_type: 'open_id',
						name,
						tenant_key: tenantKey,
					})),
				}),
	};
}

/** The message answered, and the one that the row of answers began with. */
export function threadOf(box: Box, message: Message): { root_id?: string; parent_id?: string } {
	if (message.repliesTo === undefined) return {};
	let root = message.repliesTo;
	for (let up = box.state.message(root)?.repliesTo; up !== undefined; up = box.state.message(root)?.repliesTo)
		root = up;
	return { root_id: root, parent_id: message.repliesTo };
}
