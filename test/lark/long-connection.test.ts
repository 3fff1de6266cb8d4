import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Update } from '../../src/bot/vocabulary/index.ts';
import { keepLine, type Line, type LineState } from '../../src/lark/index.ts';
import { connect, type LongConnection } from '../../src/lark/long-connection.ts';
import { eventOf, fixture } from './sealing.ts';
import { openSocket, type Socket } from './socket.ts';

const app = { appId: 'cli_9f5343c580712544', appSecret: 'secret' };
const open: { socket?: Socket; connection?: LongConnection | undefined; line?: Line } = {};

afterEach(async () => {
	open.line?.close();
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

	it('answers a tap that nobody can read with a word, not with an error', async () => {
		const socket = await openSocket();
		open.socket = socket;
		const unread: { type: string; waits: boolean }[] = [];
		open.connection = await connect(
			{
				...app,
				domain: socket.url,
				unread: ({ type, waits }) => {
					unread.push({ type, waits });
					return { toast: { tone: 'error', text: '没有读懂' } };
				},
			},
			async () => ({}),
		);
		expect(await socket.send(eventOf('card.action.trigger', { action: 'x' }))).toEqual({
			code: 200,
			data: { toast: { type: 'error', content: '没有读懂' } },
		});
		expect(await socket.send(eventOf('im.chat.member.bot.added_v1', {}))).toEqual({
			code: 200,
			data: undefined,
		});
		expect(unread).toEqual([
			{ type: 'card.action.trigger', waits: true },
			{ type: 'im.chat.member.bot.added_v1', waits: false },
		]);
	});

	it('says why it does not come about', async () => {
		const socket = await openSocket({ mood: 514 });
		open.socket = socket;
		open.connection = undefined;
		const attempt = (appId: string) => connect({ ...app, appId, domain: socket.url }, async () => ({}));
		await expect(attempt(app.appId)).rejects.toThrow('514');
		socket.answerWith(1);
		await expect(attempt(app.appId)).rejects.toThrow(/^1$/);
		socket.answerWith({ bare: 10014 });
		await expect(attempt(app.appId)).rejects.toThrow(/^10014$/);
		socket.answerWith({ bare: 10014, status: 400 });
		await expect(attempt(app.appId)).rejects.toThrow(/^10014$/);
		socket.answerWith({ page: 503 });
		await expect(attempt(app.appId)).rejects.toThrow(/^http-503$/);
		socket.answerWith('no-upgrade');
		await expect(attempt(app.appId)).rejects.toThrow(/^handshake$/);
		socket.answerWith(1000040343);
		await expect(attempt(app.appId)).rejects.toThrow(/^1000040343$/);
		await expect(attempt('cli_1')).rejects.toThrow('app-id-unfit');
	});
});

describe('the line that is kept', () => {
	it('comes back however often it is cut, later each time', async () => {
		const { socket, states, waits, until } = await kept();
		for (let cuts = 1; cuts <= 10; cuts++) {
			socket.cut();
			await until(() => states.length === 2 * cuts + 1);
		}
		expect(states.map(({ kind }) => kind)).toEqual(['up', ...Array(10).fill(['down', 'up']).flat()]);
		expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1_000));
		expect(await socket.send(fixture('card.action.trigger'))).toEqual({ code: 200, data: {} });
	});

	it('comes back at once after a line that brought something', async () => {
		const { socket, states, waits, until } = await kept();
		for (let cuts = 1; cuts <= 10; cuts++) {
			expect(await socket.send(fixture('card.action.trigger'))).toEqual({ code: 200, data: {} });
			socket.cut();
			await until(() => states.length === 2 * cuts + 1);
		}
		expect(waits).toEqual(Array(10).fill(1_000));
	});

	it.each([
		['1', 1],
		['http-503', { page: 503 }],
		['http-404', { page: 404 }],
		['handshake', 'no-upgrade'],
		['1000040343', 1000040343],
	] as const)('outlasts a gateway that says %s for ten minutes', async (code, mood) => {
		const { socket, states, waits, until } = await kept();
		socket.answerWith(mood);
		socket.cut();
		const waited = () => waits.reduce((sum, ms) => sum + ms, 0);
		await until(() => waited() > 10 * 60_000);
		expect(states.slice(2).every((state) => state.kind === 'down' && state.code === code)).toBe(true);
		socket.answerWith(0);
		await until(() => states.at(-1)?.kind === 'up');
		expect(await socket.send(fixture('card.action.trigger'))).toEqual({ code: 200, data: {} });
	});

	it.each([514, 10014, { bare: 10014 }, { bare: 10003, status: 400 }])(
		'goes on trying a secret that is refused: %j',
		async (mood) => {
			const { socket, states, until } = await kept();
			socket.answerWith(mood);
			socket.cut();
			await until(() => states.filter(({ kind }) => kind === 'refused').length > 5);
			socket.answerWith(0);
			await until(() => states.at(-1)?.kind === 'up');
			expect(await socket.send(fixture('card.action.trigger'))).toEqual({ code: 200, data: {} });
		},
	);

	it('tries no more once it is closed', async () => {
		const { socket, line, until } = await kept();
		socket.answerWith(1);
		socket.cut();
		await until(() => socket.asked.length > 3);
		line.close();
		await pause(200);
		const tries = socket.asked.length;
		await pause(200);
		expect(socket.asked).toHaveLength(tries);
	});
});

/** A line that stands, and what became of it; its pauses are written down and over at once. */
async function kept() {
	const socket = await openSocket();
	open.socket = socket;
	open.connection = undefined;
	const states: LineState[] = [];
	const waits: number[] = [];
	const options = {
		...app,
		domain: socket.url,
		random: () => 0,
		onChange: (state: LineState) => void states.push(state),
		pause: async (ms: number) => {
			waits.push(ms);
			await pause(5);
		},
	};
	const line = keepLine(options, async () => ({}));
	open.line = line;
	const until = (holds: () => boolean) => expect.poll(holds, { timeout: 10_000, interval: 5 }).toBe(true);
	await until(() => states.length === 1);
	return { socket, states, waits, line, until };
}
