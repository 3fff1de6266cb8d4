import { Hono } from 'hono';
import type { Feishu } from '../platform/contract.ts';
import { actions } from './actions.ts';
import { assets } from './assets.ts';
import { guard, headers } from './guard.ts';
import type { PageOptions } from './options.ts';
import { pageState } from './state.ts';
import { changeStream } from './stream.ts';
import { uploaded } from './uploaded.ts';

export type { PageOptions } from './options.ts';

/**
 * The web page of the Feishu in a box: chats, cards, and tools to move the clock, break the network and read
 * the traffic. It answers loopback callers only; whoever serves it binds 127.0.0.1.
 */
export function sandboxPage(feishu: Feishu, options: PageOptions): Hono {
	const app = new Hono();
	app.use(headers(), guard());
	app.get('/api/state', (c) => c.json(pageState(feishu, options, c.req.query('as'))));
	app.get('/api/messages', (c) => c.json(feishu.messages(c.req.query('chat') ?? '')));
	app.get('/api/wire', (c) => c.json(feishu.wire().slice(-200)));
	app.get('/api/changes', changeStream(feishu));
	app.get('/api/upload', (c) => uploaded(feishu, c.req.query('key') ?? ''));
	app.route('/api', actions(feishu, options));
	app.route('/', assets());
	app.onError((error, c) => c.json({ error: error.message }, 400));
	return app;
}
