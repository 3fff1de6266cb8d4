import type { Box } from '../box.ts';
import type { Chat, Delivery } from '../contract.ts';
import { idsOf } from '../ids.ts';
import { tell } from './envelope.ts';

/** Who comes and goes; the bot is told of groups it sits in. */

export async function addBot(box: Box, chatId: string, by: string): Promise<Delivery> {
	const chat = box.state.putChat({ ...groupOf(box, chatId), hasBot: true });
	return tell(box, 'im.chat.member.bot.added_v1', aboutGroup(box, chat, by));
}

export async function removeBot(box: Box, chatId: string, by: string): Promise<Delivery> {
	const chat = box.state.putChat({ ...groupOf(box, chatId), hasBot: false });
	return tell(box, 'im.chat.member.bot.deleted_v1', aboutGroup(box, chat, by));
}

export async function addMember(box: Box, chatId: string, openId: string): Promise<Delivery | undefined> {
	const before = groupOf(box, chatId);
	if (before.members.includes(openId)) return undefined;
	const chat = box.state.putChat({ ...before, members: [...before.members, openId] });
	return tellMember(box, 'im.chat.member.user.added_v1', chat, openId);
}

export async function removeMember(box: Box, chatId: string, openId: string): Promise<Delivery | undefined> {
	const before = groupOf(box, chatId);
	if (!before.members.includes(openId)) return undefined;
	const chat = box.state.putChat({
		...before,
		members: before.members.filter((member) => member !== openId),
	});
	return tellMember(box, 'im.chat.member.user.deleted_v1', chat, openId);
}

/** The account leaves the tenant and with it every group; the private chat stays, mute. */
export async function resign(box: Box, openId: string): Promise<Delivery> {
	const person = box.state.people.get(openId);
	if (!person) throw new Error(`no account ${openId}`);
	for (const chat of box.state.chatsOf(openId))
		if (chat.kind === 'group')
			box.state.putChat({ ...chat, members: chat.members.filter((member) => member !== openId) });
	box.state.putPerson({ ...person, resigned: true });
	const named = box.permits.tellsNames ? { name: person.name } : {};
	return tell(box, 'contact.user.deleted_v3', {
		object: { ...idsOf(openId), ...named },
		old_object: {},
	});
}

async function tellMember(box: Box, type: string, chat: Chat, openId: string): Promise<Delivery | undefined> {
	if (!chat.hasBot) return undefined;
	const { tenantKey } = box.options;
	const name = box.state.people.get(openId)?.name ?? '';
	return tell(box, type, {
		...aboutGroup(box, chat, openId),
		users: [{ name, tenant_key: tenantKey, user_id: idsOf(openId) }],
	});
}

function aboutGroup(box: Box, chat: Chat, by: string) {
	return {
		chat_id: chat.chatId,
		operator_id: idsOf(by),
		external: false,
		operator_tenant_key: box.options.tenantKey,
		name: chat.name,
		i18n_names: { zh_cn: chat.name },
	};
}

function groupOf(box: Box, chatId: string): Chat {
	const chat = box.state.chats.get(chatId);
	if (chat?.kind !== 'group') throw new Error(`no group ${chatId}`);
	return chat;
}
