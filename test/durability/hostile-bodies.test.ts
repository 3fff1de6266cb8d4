import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encrypt, signedHeaders } from '../../sandbox/platform/events/seal.ts';
import { patience, sized, survived } from '../torture/size.ts';
import { APP, openTown, START, type Town } from '../town/town.ts';
import { everything } from './broken.ts';
import { draws } from './draws.ts';
import { messageEvent, routesOf, sealedRequest } from './posted.ts';

const SEED = 19_490_101;
const EVENTS = '/lark/events';
/** Ten thousand in the tests, a hundred thousand in the torture. */
const CHANGED = sized(4_000, 40_000);
const ANY = sized(3_000, 30_000);
const NONSENSE = sized(1_000, 10_000);

let town: Town;
let app: ReturnType<typeof routesOf>;
beforeAll(async () => {
	town = await openTown();
	await town.person('张三').says('你好');
	app = routesOf(town);
});
afterAll(() => town.close());

/** Sends all and expects refusals only, and a database and a platform to which nothing has happened. */
async function bounceOff(requests: Iterable<RequestInit>, allowed: readonly number[]): Promise<void> {
	const before = everything(town);
	const calls = town.feishu.arrived();
	let sent = 0;
	for (const request of requests) {
		sent += 1;
		const { status } = await app.request(EVENTS, request);
		if (!allowed.includes(status)) expect.fail(`${status} to ${String(request.body).slice(0, 500)}`);
	}
	await town.settle();
	expect(everything(town)).toEqual(before);
	expect(town.feishu.arrived()).toEqual(calls);
	survived('hostile body', sent);
}

const genuine = () =>
	messageEvent({
		openId: town.person('张三').openId,
		chatId: town.person('张三').desk,
		text: '你好',
		at: START,
	});

/** One byte changed, dropped, doubled, or the tail cut off. */
function mutated(text: string, draw: () => number): string {
	const at = Math.floor(draw() * text.length);
	const kind = Math.floor(draw() * 4);
	const other = String.fromCharCode(32 + Math.floor(draw() * 95));
	if (kind === 0) return `${text.slice(0, at)}${other === text[at] ? '~' : other}${text.slice(at + 1)}`;
	if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
	if (kind === 2) return text.slice(0, at) + (text[at] ?? '') + text.slice(at);
	return text.slice(0, at);
}

test(
	`${CHANGED} bodies with a genuine signature and a byte changed (seed ${SEED})`,
	async () => {
		const draw = draws(SEED);
		function* requests() {
			for (let count = 0; count < CHANGED; count++) {
				const { headers, body } = sealedRequest(genuine());
				yield { method: 'POST', headers, body: mutated(String(body), draw) };
			}
		}
		await bounceOff(requests(), [401]);
	},
	patience(20_000),
);

test(
	`${ANY} bodies of any kind, with and without headers (seed ${SEED})`,
	async () => {
		const body = fc.oneof(
			fc.string(),
			fc.string({ unit: 'binary' }),
			fc.json(),
			fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
			fc.base64String().map((sealed) => JSON.stringify({ encrypt: sealed })),
			fc.string().map((plain) => JSON.stringify({ encrypt: encrypt(plain, APP.encryptKey) })),
		);
		const bodies = fc.sample(body, { numRuns: ANY, seed: SEED });
		const draw = draws(SEED);
		const requests = bodies.map((each) => ({
			method: 'POST',
			headers: draw() < 0.5 ? {} : signedHeaders(each, draw() < 0.5 ? APP.encryptKey : 'another key'),
			body: each,
		}));
		await bounceOff(requests, [400, 401]);
	},
	patience(20_000),
);

test(
	`${3 * NONSENSE} events sealed and signed with our own keys that are no events (seed ${SEED})`,
	async () => {
		const draw = draws(SEED + 1);
		const nonsense = fc.sample(fc.jsonValue({ maxDepth: 4 }), { numRuns: NONSENSE, seed: SEED });
		function* requests() {
			for (const payload of nonsense) {
				yield sealedRequest(payload);
				yield sealedRequest({ ...genuine(), event: payload });
				const cut = JSON.stringify(genuine());
				yield sealedRequest(undefined, cut.slice(0, Math.floor(draw() * cut.length)));
			}
		}
		// 200: authentic, of an unknown shape; counted, and nothing comes of it.
		await bounceOff(requests(), [200, 400, 401]);
	},
	patience(20_000),
);

test('an event that is sound except for one missing or twisted field', async () => {
	const nothing: unknown[] = [undefined, null, [], {}, '', true];
	const twists = [
		{ part: 'header', field: 'event_id', values: [...nothing, 7, 'x'.repeat(257)] },
		{ part: 'header', field: 'create_time', values: [...nothing, 'soon', '9'.repeat(40), -1, 1.5] },
		{ part: 'header', field: 'token', values: [...nothing, 7, 'x'] },
		{ part: 'header', field: 'app_id', values: [...nothing, 7, 'x'] },
		{ part: 'event', field: 'sender', values: [...nothing, { sender_id: { open_id: '' } }] },
		{ part: 'event', field: 'message', values: [...nothing, { chat_type: 'p2p' }] },
	] as const;
	const requests = twists.flatMap(({ part, field, values }) =>
		values.map((value) => {
			const event = genuine();
			return sealedRequest({ ...event, [part]: { ...event[part], [field]: value } });
		}),
	);
	await bounceOff(requests, [200, 400, 401]);
});

test('another tenant learns nothing, and from us nobody else than before', async () => {
	const foreign = sealedRequest(
		messageEvent(
			{ openId: 'ou_x', chatId: 'oc_x', text: '管理码 000000', at: START },
			{ tenant_key: 'another' },
		),
	);
	await bounceOff([foreign], [401]);
	const { headers } = sealedRequest(genuine());
	const unsigned = await app.request(EVENTS, { method: 'POST', headers, body: '{}' });
	const stranger = await app.request(EVENTS, foreign);
	expect([stranger.status, await stranger.text()]).toEqual([unsigned.status, await unsigned.text()]);
	expect([...stranger.headers]).toEqual([...unsigned.headers]);
});

test('a body of more than a megabyte: 413, whatever it says about its length', async () => {
	const large = 'x'.repeat(1024 * 1024 + 1);
	await bounceOff([{ method: 'POST', body: large }], [413]);
	const url = `${town.running.url}${EVENTS}`;
	expect((await fetch(url, { method: 'POST', body: large })).status).toBe(413);
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			for (let part = 0; part < 20; part++) controller.enqueue(new Uint8Array(64 * 1024));
			controller.close();
		},
	});
	const streamed = await fetch(url, { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
	expect(streamed.status).toBe(413);
});

test.each([
	['by its length', `Content-Length: ${1024 ** 3}\r\n\r\n`],
	['as it streams in', `Transfer-Encoding: chunked\r\n\r\n200000\r\n${'x'.repeat(0x200000)}\r\n`],
])('who sends too much, %s, and goes on sending: one answer, and the connection ends', async (_, body) => {
	const { hostname, port } = new URL(town.running.url);
	const socket = connect(Number(port), hostname);
	const sending = setInterval(() => socket.write('1000\r\n'), 20);
	try {
		socket.on('error', () => undefined);
		socket.write(`POST ${EVENTS} HTTP/1.1\r\nHost: zhibu\r\n${body}`);
		let answer = '';
		socket.on('data', (chunk) => {
			answer += chunk;
		});
		await new Promise((resolve) => socket.once('close', resolve));
		expect(answer).toMatch(/^HTTP\/1\.1 413 /);
		expect(answer.toLowerCase()).toContain('\r\nconnection: close\r\n');
		expect(answer.toLowerCase()).not.toContain('keep-alive');
	} finally {
		clearInterval(sending);
		socket.destroy();
	}
});

test('other methods and paths are no way in', async () => {
	for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
		expect((await app.request(EVENTS, { method })).status).toBe(404);
	for (const path of ['/lark/events/', '/lark', '/', '/lark/events/../events'])
		expect((await app.request(path, { method: 'POST', body: '{}' })).status).toBeLessThan(500);
});
