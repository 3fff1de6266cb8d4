import { createDecipheriv, createHash } from 'node:crypto';
import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';

const Envelope = z.looseObject({
	schema: z.literal('2.0'),
	header: z.looseObject({
		event_id: z.string(),
		event_type: z.string(),
		create_time: z.string(),
		token: z.string(),
		app_id: z.string(),
		tenant_key: z.string(),
	}),
	event: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

export interface Heard {
	readonly envelope: Envelope;
	/** Signature and freshness, checked over the exact bytes. */
	readonly genuine: boolean;
	readonly cipher: string;
}

type Reply = (envelope: Envelope) => Response | Promise<Response>;

/** A bot's event endpoint that knows the protocol by itself and answers what the test says. */
export async function openReceiver(encryptKey: string, verificationToken: string) {
	const heard: Heard[] = [];
	let reply: Reply = () => Response.json({});
	const app = new Hono().post('/lark/events', async (c) => {
		const body = await c.req.text();
		const { encrypt } = z.object({ encrypt: z.string() }).parse(JSON.parse(body));
		const json: unknown = JSON.parse(decrypt(encrypt, encryptKey));
		const challenge = z
			.object({ type: z.literal('url_verification'), token: z.string(), challenge: z.string() })
			.safeParse(json).data;
		if (challenge) {
			const known = challenge.token === verificationToken && !c.req.header('x-lark-signature');
			return c.json({ challenge: known ? challenge.challenge : '' });
		}
		const timestamp = c.req.header('x-lark-request-timestamp') ?? '';
		const nonce = c.req.header('x-lark-request-nonce') ?? '';
		const expected = createHash('sha256')
			.update(timestamp + nonce + encryptKey + body)
			.digest('hex');
		const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 60;
		const genuine = fresh && nonce !== '' && c.req.header('x-lark-signature') === expected;
		const envelope = Envelope.parse(json);
		heard.push({ envelope, genuine, cipher: encrypt });
		return reply(envelope);
	});
	const server = createAdaptorServer({ fetch: app.fetch });
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	return {
		url: `http://127.0.0.1:${port}/lark/events`,
		heard,
		last: () => heard.at(-1)?.envelope,
		answers(next: Reply) {
			reply = next;
		},
		async close() {
			const closed = once(server, 'close');
			server.close();
			if ('closeAllConnections' in server) server.closeAllConnections();
			await closed;
		},
	};
}

function decrypt(cipher: string, encryptKey: string): string {
	const bytes = Buffer.from(cipher, 'base64');
	const key = createHash('sha256').update(encryptKey).digest();
	const open = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
	return Buffer.concat([open.update(bytes.subarray(16)), open.final()]).toString('utf8');
}
