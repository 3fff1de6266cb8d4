import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Platform } from '../../src/bot/vocabulary/index.ts';
import { larkPlatform } from '../../src/lark/index.ts';
import { APP } from '../town/town.ts';

/** A call of the bot's, as it goes over the wire: `POST /open-apis/im/v1/messages?…`. */
export interface Call {
	readonly what: string;
	readonly body: string;
}

/** What is answered instead of the platform: a code with its sentence, or a page. */
export type Refused =
	| { readonly code: number; readonly msg?: string; readonly status?: number; readonly data?: unknown }
	| { readonly page: number };

/** Stands between the bot and a platform in a box, and says what that one has no reason to say. */
export interface Gateway {
	readonly url: string;
	/** All calls that are not about tokens, oldest first, with the status that they were answered with. */
	readonly calls: (Call & { readonly status: number })[];
	/** Where everything goes that is not refused. */
	leadTo(platform: string): void;
	/** Judges each call from now on; undefined lets it through. */
	refuse(judge: (call: Call) => Refused | undefined): void;
	/** Keeps every answer back until the end of the returned function. */
	hold(): () => void;
	close(): Promise<void>;
}

export async function openGateway(): Promise<Gateway> {
	let platform = '';
	let judge: (call: Call) => Refused | undefined = () => undefined;
	let held = Promise.resolve();
	const calls: Gateway['calls'] = [];
	const server = createServer(async (request, response) => {
		const body = (await request.toArray()).join('');
		const what = `${request.method} ${request.url}`;
		if (what.includes('/auth/')) {
			await passOn(platform, request, body, response);
			return;
		}
		await held;
		const refused = judge({ what, body });
		const status = refused ? refuse(refused, response) : await passOn(platform, request, body, response);
		calls.push({ what, body, status });
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		calls,
		leadTo(url) {
			platform = url;
		},
		refuse(next) {
			judge = next;
		},
		hold() {
			const { promise, resolve } = Promise.withResolvers<void>();
			held = promise;
			return resolve;
		},
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

function refuse(refused: Refused, response: ServerResponse): number {
	const [status, type, text] =
		'page' in refused
			? [refused.page, 'text/html', '<html>nothing here</html>']
			: [refused.status ?? 400, 'application/json', JSON.stringify({ msg: '', ...refused })];
	response.writeHead(status, { 'Content-Type': type }).end(text);
	return status;
}

/** Hands a request on and its answer back; answers the status. */
export async function passOn(
	platform: string,
	{ method, url, headers }: IncomingMessage,
	body: string,
	response: ServerResponse,
): Promise<number> {
	try {
		const passed = await fetch(`${platform}${url}`, {
			method,
			headers: { 'Content-Type': headers['content-type'] ?? '', Authorization: headers.authorization ?? '' },
			...(body !== '' && { body }),
		});
		const type = passed.headers.get('content-type') ?? '';
		response.writeHead(passed.status, { 'Content-Type': type }).end(await passed.text());
		return passed.status;
	} catch (error) {
		// Whoever stands behind has gone.
		response.destroy(error instanceof Error ? error : undefined);
		return 0;
	}
}

/** The platform of a town as the bot meets it through this gateway. */
export function behind(gateway: Gateway) {
	return (_: Platform, address: string): Platform => {
		gateway.leadTo(address);
		return larkPlatform({ ...APP, domain: gateway.url, timeoutMs: 2_000 });
	};
}
