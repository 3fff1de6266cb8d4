import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { passOn } from '../durability/gateway.ts';
import { answerOf, frame, unmask, whole } from './frames.ts';

/** What the endpoint says: its code, a code without anything beside it, a gateway's page, or an address that is then refused. */
export type Mood =
	| number
	| { readonly bare: number; readonly status?: number }
	| { readonly page: number }
	| 'no-upgrade';

export interface Answered {
	readonly code: number;
	readonly data?: unknown;
}

/** The platform's end of a long connection: hands out the address, sends frames, keeps what is answered. */
export interface Socket {
	readonly url: string;
	readonly asked: unknown[];
	answerWith(mood: Mood): void;
	/** Sends one event, cut into as many frames as told, and waits for the answer; what has none comes again. */
	send(event: unknown, parts?: number): Promise<Answered>;
	/** Sends one event whose first answer never arrives, for the line is cut just then: it comes again on the next. */
	sendLosingAnswer(event: unknown): Promise<Answered>;
	/** Cuts the line. */
	cut(): void;
	close(): Promise<void>;
}

interface OnItsWay {
	readonly frames: readonly Buffer[];
	losing: boolean;
	resolve(answered: Answered): void;
}

export interface SocketOptions {
	readonly mood?: Mood;
	readonly port?: number;
	/** Where everything goes that is not asked of the endpoint. */
	readonly openApi?: string;
}

/** An event without an answer comes again after so long. */
const AGAIN_MS = 500;

export async function openSocket({
	mood: first = 0,
	port: fixed = 0,
	openApi,
}: SocketOptions = {}): Promise<Socket> {
	const asked: unknown[] = [];
	let mood = first;
	let messages = 0;
	const onItsWay = new Map<string, OnItsWay>();
	let line: Duplex | undefined;
	const server = createServer(async (request, response) => {
		const body = (await request.toArray()).join('');
		if (openApi && request.url !== '/callback/ws/endpoint') {
			await passOn(openApi, request, body, response);
			return;
		}
		asked.push(JSON.parse(body));
		answer(mood, `ws://127.0.0.1:${port}/ws?device_id=1&service_id=7`, response);
	});
	server.on('upgrade', (request, socket: Duplex) => {
		socket.on('error', () => socket.destroy());
		if (mood === 'no-upgrade')
			return void socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
		line = socket;
		shakeHands(request, socket);
		let rest: Buffer = Buffer.alloc(0);
		socket.on('data', (chunk: Buffer) => {
			rest = Buffer.concat([rest, chunk]);
			for (let read = unmask(rest); read; read = unmask(rest)) {
				rest = read.rest;
				if (read.binary && !socket.destroyed) take(socket, read.data);
			}
		});
	});
	// As the platform does after 15 s: what comes along with the handshake is lost on the client, too.
	const again = setInterval(() => {
		for (const { frames } of onItsWay.values()) for (const each of frames) line?.write(each);
	}, AGAIN_MS);
	const connections = new Set<Duplex>();
	server.on('connection', (socket: Duplex) => {
		connections.add(socket);
		socket.on('close', () => connections.delete(socket));
	});

	function take(socket: Duplex, data: Buffer): void {
		const { to, payload } = answerOf(data) ?? { to: '', payload: Buffer.alloc(0) };
		const sent = onItsWay.get(to);
		if (!sent) return;
		if (sent.losing) {
			sent.losing = false;
			socket.destroy();
			return;
		}
		onItsWay.delete(to);
		const { code, data: coded } = JSON.parse(payload.toString());
		sent.resolve({ code, data: coded && JSON.parse(Buffer.from(coded, 'base64').toString()) });
	}

	function send(event: unknown, parts: number, losing: boolean): Promise<Answered> {
		const bytes = Buffer.from(JSON.stringify(event));
		const size = Math.ceil(bytes.length / parts);
		const message_id = `m-${++messages}`;
		const frames = Array.from({ length: parts }, (_, seq) => {
			const headers = { type: 'event', message_id, sum: `${parts}`, seq: `${seq}`, trace_id: 't' };
			return whole(frame(headers, bytes.subarray(seq * size, (seq + 1) * size)));
		});
		const { promise, resolve } = Promise.withResolvers<Answered>();
		onItsWay.set(message_id, { frames, losing, resolve });
		for (const each of frames) line?.write(each);
		return promise;
	}

	server.listen(fixed, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;

	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		answerWith(next) {
			mood = next;
		},
		send: (event, parts = 1) => send(event, parts, false),
		sendLosingAnswer: (event) => send(event, 1, true),
		cut: () => line?.destroy(),
		async close() {
			clearInterval(again);
			server.close();
			for (const socket of connections) socket.destroy();
			await once(server, 'close');
		},
	};
}

function answer(mood: Mood, url: string, response: ServerResponse): void {
	if (typeof mood === 'object') {
		if ('page' in mood) response.writeHead(mood.page, { 'Content-Type': 'text/html' }).end('<html></html>');
		else response.writeHead(mood.status ?? 200).end(JSON.stringify({ code: mood.bare, msg: 'no' }));
		return;
	}
	const ClientConfig = { PingInterval: 60, ReconnectCount: 3, ReconnectInterval: 1, ReconnectNonce: 0 };
	const code = mood === 'no-upgrade' ? 0 : mood;
	response.end(JSON.stringify({ code, msg: '', data: { URL: url, ClientConfig } }));
}

function shakeHands(request: IncomingMessage, socket: Duplex): void {
	const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
	const accept = createHash('sha1').update(key).digest('base64');
	socket.write(
		`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
	);
}
