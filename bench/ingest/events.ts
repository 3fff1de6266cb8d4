import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { APP, openIdOf, PEOPLE, privateChatOf } from '../village.ts';

const WORDS = ['参加', '请假 出差', '晚点到', '请假'] as const;
const KEY = createHash('sha256').update(APP.encryptKey).digest();

/** One whole HTTP request: a member answers the invitation in private. Signed and encrypted as the platform does it. */
export function answerRequest(number: number, at: number): Buffer {
	const person = number % PEOPLE;
	const text = WORDS[Math.floor(number / PEOPLE) % WORDS.length];
	const event = {
		schema: '2.0',
		header: {
			event_id: randomUUID().replaceAll('-', ''),
			event_type: 'im.message.receive_v1',
			create_time: String(at),
			token: APP.verificationToken,
			app_id: APP.appId,
			tenant_key: APP.tenantKey,
		},
		event: {
			sender: {
				sender_id: { union_id: `on_${person}`, user_id: `u${person}`, open_id: openIdOf(person) },
				sender_type: 'user',
				tenant_key: APP.tenantKey,
			},
			message: {
				message_id: `om_${randomUUID().replaceAll('-', '')}`,
				create_time: String(at),
				update_time: String(at),
				chat_id: privateChatOf(person),
				chat_type: 'p2p',
				message_type: 'text',
				content: JSON.stringify({ text }),
			},
		},
	};
	const iv = randomBytes(16);
	const cipher = createCipheriv('aes-256-cbc', KEY, iv);
	const sealed = Buffer.concat([iv, cipher.update(JSON.stringify(event)), cipher.final()]);
	const body = Buffer.from(JSON.stringify({ encrypt: sealed.toString('base64') }));
	const stamp = String(Math.floor(Date.now() / 1000));
	const nonce = randomUUID();
	const signature = createHash('sha256')
		.update(stamp + nonce + APP.encryptKey)
		.update(body)
		.digest('hex');
	const head = [
		'POST /lark/events HTTP/1.1',
		'Host: 127.0.0.1',
		'Content-Type: application/json; charset=utf-8',
		'User-Agent: Go-http-client/1.1',
		`Content-Length: ${body.byteLength}`,
		`X-Lark-Request-Timestamp: ${stamp}`,
		`X-Lark-Request-Nonce: ${nonce}`,
		`X-Lark-Signature: ${signature}`,
		'\r\n',
	].join('\r\n');
	return Buffer.concat([Buffer.from(head), body]);
}
