import { afterEach, describe, expect, it } from 'vitest';
import type { Update } from '../../src/bot/vocabulary/index.ts';
import { connect, type LongConnection } from '../../src/lark/index.ts';
import { eventOf, fixture } from './sealing.ts';
import { openSocket, type Socket } from './socket.ts';

const app = { appId: 'cli_9f5343c580712544', appSecret: 'secret' };
const open: { socket?: Socket; connection?: LongConnection } = {};

afterEach(async () => {
	open.connection?.close();
	await open.socket?.close();
});

describe('the long connection', () => {
	it('brings the same updates, answers taps with their result and all else with nothing', async () => {
		const updates: Update[] = [];
		const socket = await openSocket();
		open.socket = socket;
		open.connection = await connect({ ...app, domain: socket.url }, async (update) => {
			updates.push(update);
			return { toast: { tone: 'success', text: '已登记' } };
		});
		expect(socket.asked).toEqual([{ AppID: app.appId, AppSecret: app.appSecret }]);

		expect(await socket.send(fixture('card.action.trigger'))).toEqual({
			code: 200,
			data: { toast: { type: 'success', content: '已登记' } },
		});
		expect(await socket.send(fixture('im.message.receive_v1'), 3)).toEqual({ code: 200, data: undefined });
		expect(await socket.send(eventOf('im.chat.updated_v1', {}))).toEqual({ code: 200, data: undefined });
		expect(updates).toMatchObject([{ kind: 'tap' }, { kind: 'message', text: '@_user_1 hello' }]);
	});

	it('tells the platform when an event could not be taken', async () => {
		const socket = await openSocket();
		open.socket = socket;
		open.connection = await connect({ ...app, domain: socket.url }, () => Promise.reject(new Error('full')));
		expect(await socket.send(fixture('im.message.receive_v1'))).toEqual({ code: 500, data: undefined });
		expect(await socket.send(eventOf('im.message.receive_v1', {}))).toEqual({ code: 200, data: undefined });
	});

	it('comes back after the line was cut', async () => {
		const socket = await openSocket();
		open.socket = socket;
		const { promise: back, resolve } = Promise.withResolvers<void>();
		const states: string[] = [];
		const onChange = (state: string) => {
			states.push(state);
			if (state === 'reconnected') resolve();
		};
		open.connection = await connect({ ...app, domain: socket.url, onChange }, async () => ({}));
		socket.cut();
		await back;
		expect(states).toEqual(['reconnecting', 'reconnected']);
		expect(await socket.send(fixture('card.action.trigger'))).toEqual({ code: 200, data: {} });
	});

	it('is refused with wrong credentials, and for an app id that the SDK does not take', async () => {
		open.socket = await openSocket(514);
		open.connection = undefined;
		const domain = open.socket.url;
		await expect(connect({ ...app, domain }, async () => ({}))).rejects.toThrow('long-connection-refused');
		await expect(connect({ ...app, appId: 'cli_1', domain }, async () => ({}))).rejects.toThrow(
			'app-id-unfit',
		);
	});
});
