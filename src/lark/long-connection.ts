import type { HttpInstance } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import type { Answer, Update } from '../bot/vocabulary/index.ts';
import { askedBy, boundedHttp } from './client/bounded.ts';
import { type Domain, loadSdk, originOf, silent } from './client/sdk.ts';
import { answerBody } from './drawing/index.ts';
import { readEvent } from './events/index.ts';

export interface LongConnectionOptions {
	readonly appId: string;
	readonly appSecret: string;
	readonly domain: Domain;
	/** Answers an event that is authentic and can't be read. */
	readonly unread?: Unread;
}

type Unread = (event: { readonly type: string; readonly waits: boolean }) => Answer;

export interface LongConnection {
	/** Settles when it stands no longer, whoever ended it. */
	readonly ended: Promise<void>;
	close(): void;
}

/** No connection came about: `code` is the endpoint's, `http-503` and the like, `handshake` after it gave an address, or `network`. */
export class NotConnected extends Error {
	override name = 'NotConnected';
	readonly code: string;

	constructor(code: string) {
		super(code);
		this.code = code;
	}
}

/** The SDK watches the connection only when told how long a ping may go unanswered. */
const PING_TIMEOUT_S = 30;
const HANDSHAKE_TIMEOUT_MS = 15_000;
const LOOK_EVERY_MS = 50;

/** FEISHU.md «Long connection»: the SDK takes app ids of this form only. */
export function isFitForLongConnection(appId: string): boolean {
	return /^cli_[0-9a-f]{16}$/i.test(appId);
}

/**
 * Receives events over one long connection. Resolves when it stands, rejects with {@link NotConnected} when it does not
 * come about. There is neither signature nor token here: the connection itself is authentic. When `handle` rejects the
 * platform is told so. The SDK's client is never left to reconnect by itself: it gives up for good after the server's
 * count, and at once on most codes of the endpoint.
 */
export async function connect(
	options: LongConnectionOptions,
	handle: (update: Update) => Promise<Answer>,
): Promise<LongConnection> {
	if (!isFitForLongConnection(options.appId)) throw new NotConnected('app-id-unfit');
	const lark = await loadSdk();
	const dispatcher = Object.assign(new lark.EventDispatcher({ logger: silent }), {
		invoke: (payload: unknown) => respond(payload, handle, options.unread),
	});
	const { promise: ended, resolve: end } = Promise.withResolvers<void>();
	const { promise: settled, resolve: settle } = Promise.withResolvers<void>();
	let stands = false;
	let refusal = 'network';
	const client = new lark.WSClient({
		appId: options.appId,
		appSecret: options.appSecret,
		domain: originOf(options.domain),
		httpInstance: askerOf(lark, (code) => {
			refusal = code;
		}),
		logger: silent,
		handshakeTimeoutMs: HANDSHAKE_TIMEOUT_MS,
		wsConfig: { pingTimeout: PING_TIMEOUT_S },
		onReady: () => {
			stands = true;
			settle();
		},
		onError: () => {
			settle();
			end();
		},
		onReconnecting: end,
	});
	const close = () => {
		client.close({ force: true });
		end();
	};
	// The client sets its own timer after it has told that the line is lost; closing it later than that ends the timer too.
	void ended.then(() => client.close({ force: true }));
	await client.start({ eventDispatcher: dispatcher });
	// Of a first attempt that came to nothing the client tells nobody: it only notes when it would try again.
	const looking = setInterval(() => {
		if (client.getConnectionStatus().nextConnectTime !== undefined) settle();
	}, LOOK_EVERY_MS);
	await settled;
	clearInterval(looking);
	if (stands) return { ended, close };
	close();
	throw new NotConnected(refusal);
}

const answered = z.object({ code: z.number().int(), data: z.looseObject({}).nullish() });

/**
 * Asks the endpoint, and tells the code of each answer. The client by itself takes an answer without `data`, and every
 * HTTP error, for trouble of the network, so that a refused secret would never be known.
 */
function askerOf(lark: Awaited<ReturnType<typeof loadSdk>>, tell: (code: string) => void): HttpInstance {
	const http = boundedHttp(lark, { validateStatus: () => true });
	http.interceptors.response.use((response) => {
		const { data: read } = answered.safeParse(response.data);
		const status = `http-${response.status}`;
		if (read) tell(read.code === 0 ? 'handshake' : String(read.code));
		else tell(status);
		return { ...response, data: { msg: status, code: -1, ...read, data: read?.data ?? {} } };
	});
	return askedBy(http, HANDSHAKE_TIMEOUT_MS);
}

/** The answer to one event: an object for a tap, nothing for all others. */
export async function respond(
	payload: unknown,
	handle: (update: Update) => Promise<Answer>,
	unread: Unread = () => ({}),
): Promise<object | undefined> {
	const read = readEvent(payload);
	if (read.kind === 'malformed') throw new Error('wrong-shape');
	if (read.kind === 'ignored') return undefined;
	if (read.kind === 'unreadable') {
		const told = unread(read);
		return read.waits ? answerBody(told) : undefined;
	}
	const answer = await handle(read.update);
	return read.update.kind === 'tap' ? answerBody(answer) : undefined;
}
