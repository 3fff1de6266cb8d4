import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReaders } from '../../bench/readers/index.ts';

/** A reader that has not answered by then (ms) keeps everybody waiting; its process is killed. */
const ANSWERS_WITHIN = 5_000;
/** Each reader gets every so many-th text, another share than its neighbour; the bench feeds all of them. */
const STEP = 97;

let readers: Awaited<ReturnType<typeof startReaders>>;
beforeAll(async () => {
	readers = await startReaders();
}, 60_000);
afterAll(() => readers.part.end());

test('every reader, argument, command and field answers a hostile text of 20,000 signs', async () => {
	expect(readers.names.length).toBeGreaterThan(300);
	for (const [index, name] of readers.names.entries()) {
		const late = new AbortController();
		const answer = await Promise.race([
			readers.ask(index, STEP),
			pause(ANSWERS_WITHIN, undefined, { signal: late.signal }),
		]);
		late.abort();
		if (answer === undefined) {
			readers.part.child.kill('SIGKILL');
			await once(readers.part.child, 'exit');
			expect.fail(`${name} has not answered within ${ANSWERS_WITHIN} ms`);
		}
		expect(answer.name).toBe(name);
	}
}, 120_000);
