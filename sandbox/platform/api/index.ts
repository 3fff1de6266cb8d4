import { Hono } from 'hono';
import type { Box } from '../box.ts';
import { Refusal } from '../refusal.ts';
import { cards } from './cards.ts';
import { chats } from './chats.ts';
import { contact } from './contact.ts';
import { type Env, gate, refused } from './gate.ts';
import { messages } from './messages.ts';
import { token } from './token.ts';
import { uploads } from './uploads.ts';

/** The open API as the bot meets it. */
export function openApi(box: Box): Hono<Env> {
	const app = new Hono<Env>();
	app.use(gate(box));
	app.onError((error, c) => {
		if (error instanceof Refusal) return refused(c, error);
		return c.json({ code: 2200, msg: `internal error: ${error.message}` }, 500);
	});
	app.notFound((c) => c.text('404 page not found', 404));
	app.route('/open-apis/auth/v3', token(box));
	app.route('/open-apis/im/v1/messages', messages(box));
	app.route('/open-apis/im/v1/chats', chats(box));
	app.route('/open-apis/im/v1', uploads(box));
	app.route('/open-apis/contact/v3/users', contact(box));
	app.route('/open-apis/interactive/v1/card', cards(box));
	app.get('/open-apis/event/v1/connection', (c) =>
		c.json({ code: 0, msg: 'success', data: { online_instance_cnt: box.faults.current.machines } }),
	);
	app.get('/open-apis/bot/v3/info', (c) =>
		c.json({
			code: 0,
			msg: 'ok',
			bot: {
				activate_status: 2,
				app_name: box.options.botName,
				avatar_url: '',
				ip_white_list: [],
				open_id: box.botOpenId,
			},
		}),
	);
	return app;
}
