import { type HttpBindings, serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';

/** One call of the bot's. */
export type Asked = Context<{ Bindings: HttpBindings }>;

/** A little open API on loopback that does what the test says and remembers what it was asked. */
export interface OpenApi {
	readonly url: string;
	readonly seen: { readonly what: string; readonly token: string; readonly body: unknown }[];
	/** How often a token was handed out. */
	tokens: number;
	/** The answer to the next calls, in order; the last one stays. */
	answers: ((context: Asked) => Response | Promise<Response>)[];
	grant: (context: Asked) => Response | Promise<Response>;
	close(): Promise<void>;
}

export async function openOpenApi(): Promise<OpenApi> {
	const app = new Hono<{ Bindings: HttpBindings }>();
	app.post('/open-apis/auth/v3/tenant_access_token/internal', (context) => {
		api.tokens += 1;
		return api.grant(context);
	});
	app.all('*', async (context) => {
		const url = new URL(context.req.url);
		const text = await context.req.text();
		api.seen.push({
			what: `${context.req.method} ${url.pathname}${url.search}`,
			token: context.req.header('authorization') ?? '',
			body: text === '' ? undefined : JSON.parse(text),
		});
		const answer = api.answers.length > 1 ? api.answers.shift() : api.answers[0];
		return answer ? answer(context) : context.json({ code: 0, data: {} });
	});
	const { promise, resolve } = Promise.withResolvers<number>();
	const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
	const api: OpenApi = {
		url: `http://127.0.0.1:${await promise}`,
		seen: [],
		tokens: 0,
		answers: [],
		grant: (context) =>
			context.json({ code: 0, msg: 'ok', tenant_access_token: `t-${api.tokens}`, expire: 7200 }),
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				if ('closeAllConnections' in server) server.closeAllConnections();
			}),
	};
	return api;
}

/** An answer with this body. */
export const says =
	(body: object, status: 200 | 400 | 403 | 429 | 502 = 200, headers: Record<string, string> = {}) =>
	(context: Asked) =>
		context.json(body, status, headers);
