import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change, Feishu } from '../platform/contract.ts';

/** A proxy or a sleeping laptop may cut a silent connection. */
const HEARTBEAT_MS = 20_000;

/**
 * Server-Sent Events: `hello` once, then one unnamed event a `Change`. A message carries `to`, the members of
 * its chat, so that the page can mark personas who have something waiting, and `total`, how many messages the
 * chat has with it.
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

function addressed(feishu: Feishu, change: Change): Change & { to?: readonly string[]; total?: number } {
	if (change.kind !== 'message') return change;
	const { chatId } = change.message;
	return { ...change, to: feishu.chat(chatId)?.members ?? [], total: feishu.messages(chatId).length };
}
