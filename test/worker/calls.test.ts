import { afterEach, expect, test } from 'vitest';
import { larkPlatform } from '../../src/lark/index.ts';
import { open } from './roads.ts';

const HOST = 'endless.test';
const app = { appId: 'cli_9f5343c580712544', appSecret: 'secret', domain: `http://${HOST}` };

let end: () => void = () => undefined;
afterEach(() => end());

/** The platform answers every call with this, without an end. */
function pours(chunk: string, pauseMs: number): void {
	const bytes = new TextEncoder().encode(chunk);
	const body = () =>
		new ReadableStream({
			async pull(stream) {
				await new Promise((resolve) => setTimeout(resolve, pauseMs));
				stream.enqueue(bytes);
			},
		});
	end = open(HOST, () => new Response(body(), { headers: { 'Content-Type': 'application/json' } }));
}

test('an answer that drips is left', async () => {
	pours(' ', 20);
	expect(await larkPlatform({ ...app, timeoutMs: 300 }).self()).toEqual({
		ok: false,
		fault: { kind: 'retry', code: 'DEADLINE' },
	});
});

test('an answer that is endless is left for its size', async () => {
	pours(' '.repeat(256 * 1024), 0);
	expect(await larkPlatform({ ...app, timeoutMs: 60_000 }).self()).toEqual({
		ok: false,
		fault: { kind: 'retry', code: 'ERR_BAD_RESPONSE' },
	});
});
