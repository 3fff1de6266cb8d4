import { Hono } from 'hono';
import type { Feishu } from '../platform/contract.ts';
import { actions } from './actions.ts';
import { assets } from './assets.ts';
import { guard, headers } from './guard.ts';
import { Scopes } from './scopes.ts';
import { type PageOptions, pageState } from './state.ts';
import { changeStream } from './stream.ts';

export type { PageOptions } from './state.ts';

/**
 * The web page of the Feishu in a box: chats, cards, and tools to move the clock, break the network and read
 * the traffic. It answers loopback callers only; whoever serves it binds 127.0.0.1.
 */
export function sandboxPage(feishu: Feishu, options: PageOptions): Hono {
	const app = new Hono();
	app.use(headers(), guard());
	const scopes = new Scopes(feishu);
	app.get('/api/state', (c) => c.json(pageState(feishu, options, scopes, c.req.query('as'))));
	app.get('/api/messages', (c) => c.json(feishu.messages(c.req.query('chat') ?? '')));
	app.get('/api/wire', (c) => c.json(feishu.wire().slice(-200)));
	app.get('/api/changes', changeStream(feishu));
	app.get('/api/upload', (c) => uploaded(feishu, c.req.query('key') ?? ''));
	app.route('/api', actions(feishu, options, scopes));
	app.route('/', assets());
	app.onError((error, c) => c.json({ error: error.message }, 400));
	return app;
}

/**
 * What the bot uploaded: an image to be shown (browsers look at the bytes, whatever the subtype), any other
 * file to be saved under its name, never to be opened inside the page. 404 for a key that is not there.
 */
function uploaded(feishu: Feishu, key: string): Response {
	const upload = feishu.upload(key);
	if (!upload) return Response.json({ error: 'No such file.' }, { status: 404 });
	const kind: Record<string, string> = key.startsWith('img')
		? { 'content-type': 'image/png' }
		: {
				'content-type': 'application/octet-stream',
				'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(upload.name)}`,
			};
	return new Response(new Uint8Array(upload.bytes), { headers: kind });
}
