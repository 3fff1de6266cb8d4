import { randomUUID } from 'node:crypto';
import { encrypt, signedHeaders } from '../../sandbox/platform/events/seal.ts';
import { createApp } from '../../src/app.ts';
import { APP, type Town } from '../town/town.ts';

/** The bot's own routes over this town's database, without a socket in between. */
export function routesOf({ running }: Town) {
	return createApp({
		bot: running.bot,
		keys: APP,
		wake: () => running.courier.wake(),
		checks: () => ({}),
		metrics: { refused: () => undefined, text: async () => ({ body: '', contentType: 'text/plain' }) },
	});
}

/** A request as the platform makes it, around any payload. */
export function sealedRequest(payload: unknown, text = JSON.stringify(payload)): RequestInit {
	const body = JSON.stringify({ encrypt: encrypt(text, APP.encryptKey) });
	return { method: 'POST', headers: signedHeaders(body, APP.encryptKey), body };
}

/** An event of this app; the tenant is the town's unless told otherwise. */
export function eventOf(type: string, at: number, event: object, header: object = {}) {
	return {
		schema: '2.0',
		header: {
			event_id: randomUUID(),
			event_type: type,
			create_time: String(at),
			token: APP.verificationToken,
			app_id: APP.appId,
			tenant_key: APP.tenantKey,
			...header,
		},
		event,
	};
}

export interface Said {
	readonly openId: string;
	readonly chatId: string;
	readonly text: string;
	readonly at: number;
	readonly group?: boolean;
	readonly mentions?: readonly object[];
	readonly messageId?: string;
}

/** What the platform tells of a message in words. */
export function messageEvent(said: Said, header: object = {}) {
	const { openId, chatId, text, at, group = false, mentions = [] } = said;
	return eventOf(
		'im.message.receive_v1',
		at,
		{
			sender: { sender_id: { open_id: openId }, sender_type: 'user', tenant_key: APP.tenantKey },
			message: {
				message_id: said.messageId ?? `om_${randomUUID().replaceAll('-', '')}`,
				create_time: String(at),
				chat_id: chatId,
				chat_type: group ? 'group' : 'p2p',
				message_type: 'text',
				content: JSON.stringify({ text }),
				mentions,
			},
		},
		header,
	);
}
