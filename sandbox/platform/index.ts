import { once } from 'node:events';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Feishu, FeishuOptions } from './contract.ts';
import { buildFeishu } from './feishu.ts';

export { validateCard } from './card/index.ts';
export type * from './contract.ts';

/**
 * A Feishu in a box on 127.0.0.1: answers the open API, sends signed and encrypted events to `eventUrl`, and
 * lets people be played. Event and message times are the given clock's; uuids and signatures go by the wall clock,
 * limits by the monotonic one. Rejects when the port is taken.
 */
export async function openFeishu(options: FeishuOptions): Promise<Feishu> {
	const inside = buildFeishu(options);
	const server = createAdaptorServer({
		fetch: (request, { incoming }) =>
			inside.answer(request, () => {
				incoming.socket.destroy();
				return RESPONSE_ALREADY_SENT;
			}),
	});
	server.listen(options.port ?? 0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	return inside.servedAt(`http://127.0.0.1:${port}`, () => shut(server));
}

async function shut(server: ServerType): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	if ('closeAllConnections' in server) server.closeAllConnections();
	await closed;
}
