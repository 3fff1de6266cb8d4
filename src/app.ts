import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { takeIn } from './bot/inbox.ts';
import { BatchVoid } from './bot/ports.ts';
import type { Bot } from './bot/registry.ts';
import type { Update } from './bot/vocabulary/index.ts';
import { answerBody, type IngressKeys, openEvent } from './lark/index.ts';

/** What the routes need of the place they run in. */
export interface AppParts {
	readonly bot: Bot;
	readonly keys: IngressKeys;
	/** The bot has work; called after each event. */
	wake(): void;
	/** Why it is not ready to serve; undefined when it is. */
	notReady(): string | undefined;
	readonly metrics: {
		refused(code: string): void;
		text(): Promise<{ body: string; contentType: string }>;
	};
}

/** FEISHU.md names no limit for events; a megabyte is far more than the platform ever sends. */
const LARGEST_BODY = 1024 * 1024;

/** The HTTP face: events in, and what a watcher asks. */
export function createApp({ bot, keys, wake, notReady, metrics }: AppParts): Hono {
	const app = new Hono();
	const refuse = (status: 400 | 401 | 413, code: string) => {
		metrics.refused(code);
		return Response.json({ code }, { status });
	};

	app.post(
		'/lark/events',
		bodyLimit({ maxSize: LARGEST_BODY, onError: () => refuse(413, 'too-large') }),
		async (context) => {
			const body = new Uint8Array(await context.req.arrayBuffer());
			const opened = openEvent(context.req.raw.headers, body, keys, bot.clock.wall());
			if (opened.kind === 'refused') return refuse(opened.status, opened.code);
			if (opened.kind === 'challenge') return context.json({ challenge: opened.challenge });
			if (opened.kind === 'ignored') {
				bot.metrics.update('unknown', 'ignored');
				return context.json({});
			}
			return answer(opened.update);
		},
	);

	/** Nothing is acknowledged that is not durable; what could not be kept comes again. */
	async function answer(update: Update): Promise<Response> {
		try {
			const received = await takeIn(bot, update);
			if (received.kind === 'again') return Response.json({ code: 'not-ready' }, { status: 503 });
			if (received.kind === 'stranger') return refuse(401, 'not-authentic');
			return Response.json(answerBody(received.answer));
		} catch (error) {
			if (!(error instanceof BatchVoid)) throw error;
			return Response.json({ code: 'try-again' }, { status: 503 });
		} finally {
			wake();
		}
	}

	app.get('/healthz', (context) => context.json({ status: 'ok' }));
	app.get('/readyz', (context) => {
		const reason = notReady();
		return reason ? context.json({ status: 'not ready', reason }, 503) : context.json({ status: 'ready' });
	});
	app.get('/metrics', async (context) => {
		const { body, contentType } = await metrics.text();
		return context.body(body, 200, { 'Content-Type': contentType });
	});
	app.onError((error, context) => {
		bot.log.error('request-failed', error);
		return context.json({ code: 'internal' }, 500);
	});
	return app;
}
