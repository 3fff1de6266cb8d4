import type { Answer, Update } from '../bot/vocabulary/index.ts';
import { type Domain, loadSdk, originOf, silent } from './client/sdk.ts';
import { answerBody } from './drawing/index.ts';
import { readEvent } from './events/index.ts';

export interface LongConnectionOptions {
	/** `cli_` and 16 hex digits: the SDK starts with no other. */
	readonly appId: string;
	readonly appSecret: string;
	readonly domain: Domain;
	/** Told when a standing connection is lost and tried again, stands again, or is given up. */
	readonly onChange?: (state: 'reconnecting' | 'reconnected' | 'given-up') => void;
}

/** Answers an event that is authentic and can't be read. */
type Unread = (event: { readonly type: string; readonly waits: boolean }) => Answer;

export interface LongConnection {
	close(): void;
}

/** The SDK watches the connection only when told how long a ping may go unanswered. */
const PING_TIMEOUT_S = 30;
const HANDSHAKE_TIMEOUT_MS = 15_000;

/**
 * Receives events over the long connection. Resolves when it stands; rejects when the platform refuses it. While
 * the platform cannot be reached it keeps trying. There is neither signature nor token here: the connection itself
 * is authentic. When `handle` rejects the platform is told so.
 */
export async function connect(
	options: LongConnectionOptions,
	handle: (update: Update) => Promise<Answer>,
	unread: Unread = () => ({}),
): Promise<LongConnection> {
	if (!/^cli_[0-9a-f]{16}$/i.test(options.appId)) throw new Error('app-id-unfit-for-long-connection');
	const lark = await loadSdk();
	const dispatcher = Object.assign(new lark.EventDispatcher({ logger: silent }), {
		invoke: (payload: unknown) => respond(payload, handle, unread),
	});
	const { promise: standing, resolve, reject } = Promise.withResolvers<void>();
	const client = new lark.WSClient({
		appId: options.appId,
		appSecret: options.appSecret,
		domain: originOf(options.domain),
		logger: silent,
		handshakeTimeoutMs: HANDSHAKE_TIMEOUT_MS,
		wsConfig: { pingTimeout: PING_TIMEOUT_S },
		onReady: resolve,
		onError: () => {
			reject(new Error('long-connection-refused'));
			options.onChange?.('given-up');
		},
		onReconnecting: () => options.onChange?.('reconnecting'),
		onReconnected: () => options.onChange?.('reconnected'),
	});
	await client.start({ eventDispatcher: dispatcher });
	await standing;
	return { close: () => client.close({ force: true }) };
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
