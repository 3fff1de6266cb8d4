import type { Platform } from '../../bot/vocabulary/index.ts';
import { type LarkOptions, openApi } from './api.ts';
import { patch, send } from './messages.ts';
import { accountName, chatMembers, chatName, connections, self } from './names.ts';

export type { LarkOptions } from './api.ts';

/**
 * The platform behind the official SDK. Every call settles, and every failure is a fault of our own table;
 * a token that has died is renewed once within the call.
 */
export function larkPlatform(options: LarkOptions): Platform {
	let tell: (hour: number) => void = () => undefined;
	const { call, tokenRefused } = openApi(options, (hour) => tell(hour));
	return {
		send: (target, content, uuid) => send(call, target, content, uuid),
		patch: (messageId, content) => patch(call, messageId, content),
		accountName: (openId) => accountName(call, openId),
		chatMembers: (chatId) => chatMembers(call, chatId),
		chatName: (chatId) => chatName(call, chatId),
		connections: () => connections(call),
		self: () => self(call),
		tokenRefused,
		onHour(told) {
			tell = told;
		},
	};
}
