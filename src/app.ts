import { type Context, Hono, type HonoRequest } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { takeIn } from './bot/inbox.ts';
import { BatchVoid } from './bot/ports.ts';
import { type Checks, notReady } from './bot/ready.ts';
import type { Bot } from './bot/repertoire.ts';
import type { Answer, Update } from './bot/vocabulary/index.ts';
import { answerBody, type IngressKeys, openEvent } from './lark/index.ts';
import { RefusedEvents } from './refused.ts';

/** What the routes need of the place they run in. */
export interface AppParts {
	readonly bot: Bot;
	readonly keys: IngressKeys;
	/** The bot has work; called after each event. */
	wake(): void;
	/** Whether it is ready to serve. */
	checks(): Checks;
	readonly metrics: {
		refused(code: string): void;
		text(): Promise<{ body: string; contentType: string }>;
	};
}

/** FEISHU.md names no limit for events; a megabyte is far more than the platform ever sends. */
const LARGEST_BODY = 1024 * 1024;

function statesFitLength(request: HonoRequest): boolean {
	const length = request.header('content-length');
	return (
		length !== undefined &&
		Number(length) <= LARGEST_BODY &&
		request.header('transfer-encoding') === undefined
	);
}

/** What can't be read is counted; who looks at a card is told in words, for an error would say less. */
export function unread({ metrics, words, log }: Bot, event: { type: string; waits: boolean }): Answer {
	metrics.update('unknown', 'unreadable');
	log.warn('event-unreadable', { type: event.type });
	return event.waits ? { toast: { tone: 'error', text: words('spine.tap-unread') } } : {};
}

/** The HTTP face: events in, and what a watcher asks. */
export function createApp({ bot, keys, wake, checks, metrics }: AppParts): Hono {
	const app = new Hono();
	const refused = new RefusedEvents(bot.log, bot.clock.monotonic);
	const refuse = (status: 400 | 401 | 413, code: string) => {
		metrics.refused(code);
		return Response.json({ code }, { status });
	};

	// What is left of such a body is not worth reading: the connection ends with the answer, and says so.
	const tooLarge = () => {
		const refused = refuse(413, 'too-large');
		refused.headers.set('Connection', 'close');
		return refused;
	};
	const limited = bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge });
	app.post(
		'/lark/events',
		// Counting a body as it streams in costs more than reading it; one that states its length is held to it.
		(context, next) => (statesFitLength(context.req) ? next() : limited(context, next)),
		async (context) => {
			const body = new Uint8Array(await context.req.arrayBuffer());
			const opened = openEvent(context.req.raw.headers, body, keys, bot.clock.wall());
			if (opened.kind === 'refused') {
				if (opened.doubt) refused.note(opened.doubt);
				return refuse(opened.status, opened.code);
			}
			if (opened.kind === 'challenge') return context.json({ challenge: opened.challenge });
			if (opened.kind === 'ignored') {
				bot.metrics.update('unknown', 'ignored');
				return context.json({});
			}
			if (opened.kind === 'unreadable') return context.json(answerBody(unread(bot, opened)));
			return answer(context, opened.update);
		},
	);

	/** Nothing is acknowledged that is not durable; what could not be kept comes again. */
	async function answer(context: Context, update: Update): Promise<Response> {
		try {
			const received = await takeIn(bot, update);
			if (received.kind === 'again') return context.json({ code: 'not-ready' }, 503);
			if (received.kind === 'stranger') return refuse(401, 'not-authentic');
			return context.json(answerBody(received.answer));
		} catch (error) {
			if (!(error instanceof BatchVoid)) throw error;
			return context.json({ code: 'try-again' }, 503);
		} finally {
			wake();
		}
	}

	app.get('/healthz', (context) => context.json({ status: 'ok' }));
	app.get('/readyz', (context) => {
		const asked = checks();
		const reason = notReady(asked);
		const each = Object.fromEntries(Object.entries(asked).map(([name, why = 'ok']) => [name, why]));
		return reason
			? context.json({ status: 'not ready', reason, checks: each }, 503)
			: context.json({ status: 'ready', checks: each });
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
