import { afterEach, expect, test, vi } from 'vitest';
import { everyMinute } from '../../src/runtime/node/minute.ts';

const zone = process.env.TZ;
afterEach(() => {
	vi.useRealTimers();
	if (zone === undefined) delete process.env.TZ;
	else process.env.TZ = zone;
});

test.each([
	['the end of summer time', '2026-11-01T04:59:30Z'],
	['its beginning', '2027-03-14T05:59:30Z'],
])('a host in New York knocks every minute over %s', async (_, from) => {
	process.env.TZ = 'America/New_York';
	vi.useFakeTimers({ now: Date.parse(from) });
	const minutes: number[] = [];
	const stop = everyMinute(async () => void minutes.push(Math.round(Date.now() / 60_000)));
	await vi.advanceTimersByTimeAsync(180 * 60_000);
	stop();
	await vi.advanceTimersByTimeAsync(2 * 60_000);
	expect(minutes).toHaveLength(180);
	expect(new Set(minutes).size).toBe(180);
});
