import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';

/** The platform's end of a long connection: hands out the address, sends frames, keeps what is answered. */
export interface Socket {
	readonly url: string;
	readonly asked: unknown[];
	/** What the endpoint answers from now on: 0, or why it gives no address. */
	answerWith(code: number): void;
	/** Sends one event, cut into as many frames as told, and waits for the answer. */
	send(event: unknown, parts?: number): Promise<{ code: number; data?: unknown }>;
	/** Cuts the line. */
	cut(): void;
	close(): Promise<void>;
}

export async function openSocket(firstCode = 0, fixedPort = 0): Promise<Socket> {
	const asked: unknown[] = [];
	let code = firstCode;
	const answers: ((payload: Uint8Array) => void)[] = [];
	let line: Duplex | undefined;
	const server = createServer(async (request, response) => {
		const body = (await request.toArray()).join('');
		asked.push(JSON.parse(body));
		const config = { PingInterval: 60, ReconnectCount: 3, ReconnectInterval: 1, ReconnectNonce: 0 };
		const url = `ws://127.0.0.1:${port}/ws?device_id=1&service_id=7`;
		const given = code === 0 ? { URL: url, ClientConfig: config } : {};
		response.end(JSON.stringify({ code, msg: code === 1 ? 'system busy' : '', data: given }));
	});
	server.on('upgrade', (request, socket: Duplex) => {
		line = socket;
		const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
		const accept = createHash('sha1').update(key).digest('base64');
		socket.write(
			`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
		);
		let rest: Buffer = Buffer.alloc(0);
		socket.on('error', () => socket.destroy());
		socket.on('data', (chunk: Buffer) => {
			rest = Buffer.concat([rest, chunk]);
			for (let read = unmask(rest); read; read = unmask(rest)) {
				rest = read.rest;
				const payload = read.binary ? payloadOf(read.data) : undefined;
				if (payload) answers.shift()?.(payload);
			}
		});
	});
	server.listen(fixedPort, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;

	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		answerWith(next) {
			code = next;
		},
		async send(event, parts = 1) {
			const bytes = Buffer.from(JSON.stringify(event));
			const size = Math.ceil(bytes.length / parts);
			const { promise, resolve } = Promise.withResolvers<Uint8Array>();
			answers.push(resolve);
			for (let seq = 0; seq < parts; seq++) {
				const headers = { type: 'event', message_id: 'm-1', sum: `${parts}`, seq: `${seq}`, trace_id: 't' };
				line?.write(whole(frame(headers, bytes.subarray(seq * size, (seq + 1) * size))));
			}
			const answer = JSON.parse(Buffer.from(await promise).toString());
			const data = answer.data && JSON.parse(Buffer.from(answer.data, 'base64').toString());
			return { code: answer.code, data };
		},
		cut: () => line?.destroy(),
		async close() {
			line?.destroy();
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

function varint(value: number): number[] {
	return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

const field = (number: number, bytes: Uint8Array): Buffer =>
	Buffer.concat([Buffer.from([...varint((number << 3) | 2), ...varint(bytes.length)]), bytes]);

/** A data frame in protobuf: SeqID, LogID, service, method, headers, payload. */
function frame(headers: Record<string, string>, payload: Uint8Array): Buffer {
	const pairs = Object.entries(headers).map(([key, value]) =>
		field(5, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))])),
	);
	return Buffer.concat([Buffer.from([8, 1, 16, 1, 24, 7, 32, 1]), ...pairs, field(8, payload)]);
}

/** The payload (field 8) of a data frame (field 4 is 1); undefined for pings. */
function payloadOf(bytes: Buffer): Uint8Array | undefined {
	let at = 0;
	const next = () => {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = bytes[at++] ?? 0;
			value += (byte & 127) * 2 ** shift;
			if (byte < 128) return value;
		}
	};
	let method = 0;
	let payload: Uint8Array | undefined;
	while (at < bytes.length) {
		const tag = next();
		const value = next();
		if (tag >> 3 === 4) method = value;
		if ((tag & 7) !== 2) continue;
		if (tag >> 3 === 8) payload = bytes.subarray(at, at + value);
		at += value;
	}
	return method === 1 ? payload : undefined;
}

/** One unmasked binary WebSocket frame. */
function whole(data: Buffer): Buffer {
	const length = data.length < 126 ? [data.length] : [126, data.length >> 8, data.length & 255];
	return Buffer.concat([Buffer.from([0x82, ...length]), data]);
}

/** Takes one masked frame off what has arrived; undefined while it is not complete. */
function unmask(bytes: Buffer): { binary: boolean; data: Buffer; rest: Buffer } | undefined {
	const short = (bytes[1] ?? 0) & 127;
	const start = short === 126 ? 4 : 2;
	if (bytes.length < start + 4) return undefined;
	const length = short === 126 ? bytes.readUInt16BE(2) : short;
	const from = start + 4;
	if (bytes.length < from + length) return undefined;
	const data = Buffer.from(bytes.subarray(from, from + length));
	for (const [index, byte] of data.entries()) data[index] = byte ^ (bytes[start + (index % 4)] ?? 0);
	return { binary: ((bytes[0] ?? 0) & 15) === 2, data, rest: bytes.subarray(from + length) };
}
