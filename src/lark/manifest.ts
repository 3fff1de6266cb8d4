/**
 * What the app must be allowed and told, as the developer console calls it (FEISHU.md). READMEs, tests and the box
 * go by this list alone.
 */
export const SCOPES = [
	'im:message:send_as_bot',
	'im:message.p2p_msg:readonly',
	'im:message.group_at_msg:readonly',
	// Recalled messages.
	'im:message:readonly',
	// Files.
	'im:resource',
	// Members with their names; member and bot events.
	'im:chat:readonly',
	// The call that asks for an account …
	'contact:contact.base:readonly',
	// … and the name in its answer.
	'contact:user.base:readonly',
	// Accounts by mobile number.
	'contact:user.id:readonly',
] as const;

export type Scope = (typeof SCOPES)[number];

export const EVENTS = [
	'im.message.receive_v1',
	'im.message.recalled_v1',
	'im.chat.member.bot.added_v1',
	'im.chat.member.bot.deleted_v1',
	'im.chat.member.user.added_v1',
	'im.chat.member.user.deleted_v1',
	'im.chat.member.user.withdrawn_v1',
	'im.chat.access_event.bot_p2p_chat_entered_v1',
	'application.bot.menu_v6',
	'contact.user.deleted_v3',
] as const;

export const CALLBACKS = ['card.action.trigger'] as const;

export const MANIFEST = { scopes: SCOPES, events: EVENTS, callbacks: CALLBACKS } as const;
