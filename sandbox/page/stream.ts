import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change, Feishu } from '../platform/contract.ts';

/** A proxy or a sleeping laptop may cut a silent connection. */
const HEARTBEAT_MS = 20_000;

/**
 * Server-Sent Events: `hello` once, then one unnamed event a `Change`. A message carries `to`, the members of
 * its chat, so that the page can mark personas who have something waiting.
 */
export function changeStream(feishu: Feishu): Handler {
	return (c) =>
		streamSSE(c, async (stream) => {
			const gone = Promise.withResolvers<void>();
			const stop = feishu.subscribe((change) => {
				void stream.writeSSE({ data: JSON.stringify(addressed(feishu, change)) });
			});
			const beat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS).unref();
			stream.onAbort(() => gone.resolve());
			await stream.writeSSE({ event: 'hello', data: String(feishu.now()) });
			await gone.promise;
			clearInterval(beat);
			stop();
		});
}

function addressed(feishu: Feishu, change: Change): Change & { to?: readonly string[] } {
	if (change.kind !== 'message') return change;
	return { ...change, to: feishu.chat(change.message.chatId)?.members ?? [] };
}
