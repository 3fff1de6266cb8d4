import { expect, test } from 'vitest';
import { openLimits } from '../../sandbox/platform/limits.ts';
import { Limiter, PLATFORM_LIMITS } from '../../src/bot/courier/limits.ts';
import { draws } from './draws.ts';

interface Call {
	readonly id: number;
	readonly lane: string;
	readonly arrives: number;
	readonly ends: number;
}

const HANDS = 25;
const platformLimits = { perSecond: 50, perMinute: 1000, perTargetPerSecond: 5, patchPerSecond: 5 };

/** Sends `count` messages over `lanes` lanes through the limiter to the platform's own; answers when the last left. */
function simulate(seed: number, count: number, lanes: number, latency: () => number): number {
	const draw = draws(seed);
	let now = 1_000_000;
	const platform = openLimits(platformLimits, () => now);
	const limiter = new Limiter(PLATFORM_LIMITS);
	const waiting = Array.from({ length: count }, (_, id) => ({ id, lane: `${Math.floor(draw() * lanes)}` }));
	const underWay: Call[] = [];
	const arriving: Call[] = [];
	let left = now;
	while (waiting.length + underWay.length > 0) {
		const busy = new Set([...underWay.map(({ lane }) => lane), ...limiter.closedLanes(now)]);
		const next = underWay.length < HANDS ? waiting.findIndex(({ lane }) => !busy.has(lane)) : -1;
		const found = waiting[next];
		if (found && limiter.wait('send', found.lane, now) === 0) {
			waiting.splice(next, 1);
			limiter.begin(found.id, 'send', found.lane);
			const arrives = now + draw() * latency();
			const call = { ...found, arrives, ends: arrives + draw() * 20 };
			underWay.push(call);
			arriving.push(call);
			left = now;
			continue;
		}
		now += 1;
		for (const call of arriving.filter(({ arrives }) => arrives <= now)) {
			arriving.splice(arriving.indexOf(call), 1);
			expect(platform.api('send'), `app, at ${now}`).toBe(0);
			expect(platform.target(call.lane), `lane ${call.lane}, at ${now}`).toBe(0);
		}
		for (const call of underWay.filter(({ ends }) => ends <= now)) {
			underWay.splice(underWay.indexOf(call), 1);
			limiter.end(call.id, now);
		}
	}
	return left - 1_000_000;
}

test('the real limits are never overstepped, however unevenly calls arrive', () => {
	const draw = draws(7);
	simulate(1, 400, 300, () => 30);
	simulate(2, 400, 300, () => 900);
	simulate(3, 300, 4, () => (draw() < 0.1 ? 1_500 : 20));
});

test('a thousand go out in the first minute and not one more', () => {
	const took = simulate(4, 1_010, 1_010, () => 20);
	expect(took).toBeGreaterThan(60_000);
	expect(took).toBeLessThan(64_000);
});

test('fifty a second go out, less than a tenth is lost to caution', () => {
	const took = simulate(5, 900, 900, () => 10);
	expect(900 / (took / 1_000)).toBeGreaterThan(45);
});

test('what was called before a restart still counts', () => {
	const limiter = new Limiter(PLATFORM_LIMITS);
	const wall = 1_790_000_000_000;
	const attempts = Array.from({ length: 5 }, (_, index) => ({
		at: wall - 900 + index,
		api: 'send',
		lane: 'person:a',
	}));
	limiter.recall(attempts, wall, 50);
	expect(limiter.wait('send', 'person:a', 50)).toBeGreaterThan(100);
	expect(limiter.wait('send', 'person:b', 50)).toBe(0);
	expect(limiter.closedLanes(50)).toEqual(['person:a']);
	expect(limiter.closedLanes(2_100)).toEqual([]);
});

test('a machine whose clock was set back is not locked out for longer than a window', () => {
	const limiter = new Limiter(PLATFORM_LIMITS);
	const ahead = Array.from({ length: 5 }, () => ({ at: 10_000_000, api: 'send', lane: 'person:a' }));
	limiter.recall(ahead, 5_000_000, 100);
	expect(limiter.wait('send', 'person:a', 100)).toBeLessThanOrEqual(1_100);
});
