import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { answerWith, tell } from '../process.ts';
import { answerRequest } from './events.ts';

/**
 * The load: so many requests made beforehand, sent over kept-alive connections, each the next one as soon as it is
 * answered. `load.ts <count>`; asked `<port> <connections> <from> <until> <seconds>` it sends those, as many as are
 * answered in that time, and answers with what it saw.
 */

export interface Seen {
	readonly seconds: number;
	/** How many were sent and answered. */
	readonly answered: number;
	/** Milliseconds of each answer, sorted. */
	readonly p50: number;
	readonly p99: number;
	readonly notOk: number;
}

const count = Number(process.argv[2]);
const since = Date.now() - count - 1_000;
const requests = Array.from({ length: count }, (_, number) => answerRequest(number, since + number));

answerWith(async (question) => {
	const [port = 0, connections = 0, from = 0, until = 0, longest = 0] = question.split(' ').map(Number);
	return JSON.stringify(await send(port, connections, from, until, longest));
});
tell('ready');

/** Nobody waits so long (ms): the server is stuck, and the run says so instead of waiting on. */
const STUCK = 30_000;

async function send(
	port: number,
	connections: number,
	from: number,
	until: number,
	longest: number,
): Promise<Seen> {
	const latencies: number[] = [];
	let notOk = 0;
	const sockets = await Promise.all(
		Array.from({ length: connections }, async () => {
			const socket = connect({ port, host: '127.0.0.1', noDelay: true });
			await once(socket, 'connect');
			return socket;
		}),
	);
	const started = performance.now();
	await Promise.all(sockets.map((socket, index) => talk(socket, from + index)));
	const seconds = (performance.now() - started) / 1000;
	for (const socket of sockets) socket.destroy();
	latencies.sort((a, b) => a - b);
	const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
	return { seconds, answered: latencies.length, p50: at(0.5), p99: at(0.99), notOk };

	/** Each connection speaks for its own people, so that what one person says stays in order. */
	async function talk(socket: Socket, first: number): Promise<void> {
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		let asked = 0;
		let next = first;
		let heard = '';
		const ask = () => {
			const inTime = performance.now() - started < longest * 1000;
			const request = next < until && inTime ? requests[next] : undefined;
			next += connections;
			if (!request) return resolve();
			asked = performance.now();
			socket.write(request);
		};
		socket.on('data', (chunk) => {
			heard += chunk.toString('latin1');
			const end = heard.indexOf('\r\n\r\n');
			if (end < 0) return;
			const length = Number(/content-length: (\d+)/i.exec(heard)?.[1]);
			if (heard.length < end + 4 + length) return;
			latencies.push(performance.now() - asked);
			if (!heard.startsWith('HTTP/1.1 200')) notOk++;
			heard = '';
			ask();
		});
		socket.setTimeout(STUCK, () => reject(new Error('the server does not answer')));
		socket.on('error', reject);
		socket.on('close', () => reject(new Error('the server hung up')));
		ask();
		await promise;
	}
}
