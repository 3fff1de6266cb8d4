import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IngressKeys } from '../../src/lark/index.ts';

/** The platform's side of the webhook: encrypts and signs as the documentation says. */
export const keys: IngressKeys = {
	appId: 'cli_9f5343c580712544',
	encryptKey: 'test key',
	verificationToken: 'rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV',
};

/** The wall clock of these tests, and the header that says the same in seconds. */
export const NOW = 1_790_000_000_000;
export const STAMP = String(NOW / 1000);

export const fixture = (name: string): unknown =>
	JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'));

export function encrypt(
	plain: string | Uint8Array,
	encryptKey = keys.encryptKey,
	iv: Uint8Array = randomBytes(16),
): string {
	const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
	return Buffer.concat([iv, cipher.update(plain), cipher.final()]).toString('base64');
}

export function sign(
	body: Uint8Array,
	timestamp = STAMP,
	nonce = 'n',
	encryptKey = keys.encryptKey,
): Headers {
	const signature = createHash('sha256')
		.update(timestamp + nonce + encryptKey)
		.update(body)
		.digest('hex');
	return new Headers({
		'X-Lark-Request-Timestamp': timestamp,
		'X-Lark-Request-Nonce': nonce,
		'X-Lark-Signature': signature,
	});
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of an encrypted body; what it carries may be a value or any text. */
export const sealed = (payload: unknown): Uint8Array =>
	bytes(
		JSON.stringify({ encrypt: encrypt(typeof payload === 'string' ? payload : JSON.stringify(payload)) }),
	);

/** An event of any type with the right token and app. */
export const eventOf = (type: string, event: unknown, header: object = {}): unknown => ({
	schema: '2.0',
	header: {
		event_id: 'e1',
		event_type: type,
		create_time: '1608725989000',
		token: keys.verificationToken,
		app_id: keys.appId,
		tenant_key: 't1',
		...header,
	},
	event,
});

/** A private message of this type as the platform tells of it. */
export const messageOf = (type: string, content: unknown, more: object = {}, sender: object = {}): unknown =>
	eventOf('im.message.receive_v1', {
		sender: { sender_id: { open_id: 'ou_0' }, sender_type: 'user', ...sender },
		message: {
			message_id: 'om_1',
			chat_id: 'oc_1',
			chat_type: 'p2p',
			message_type: type,
			content: JSON.stringify(content),
			...more,
		},
	});
