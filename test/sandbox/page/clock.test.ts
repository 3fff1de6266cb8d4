import { describe, expect, it } from 'vitest';
import { destination } from '../../../sandbox/page/clock.ts';
import { sandboxPage } from '../../../sandbox/page/index.ts';
import { openTownship } from './township.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('where the clock goes', () => {
	it.each([
		['before the morning of a workday, to that morning', '2026-12-10T07:00', 'workday', '2026-12-10T08:30'],
		['on the stroke, to the next', '2026-12-10T08:30', 'workday', '2026-12-11T08:30'],
		['over a weekend', '2026-12-11T09:00', 'workday', '2026-12-14T08:30'],
		['to a Sunday that is a workday', '2026-01-03T12:00', 'workday', '2026-01-04T08:30'],
		['over National Day', '2026-08-20T10:00', 'quarter', '2026-10-08T08:30'],
		['from the last day of a year, past New Year', '2026-12-31T23:59', 'quarter', '2027-01-04T08:30'],
		['over midnight by the hour', '2026-12-10T23:30', 'hour', '2026-12-11T00:30'],
		['a day', '2026-02-28T10:00', 'day', '2026-03-01T10:00'],
	] as const)('%s', (_, now, to, then) => {
		expect(destination(at(now), { to })).toBe(at(then));
	});

	it('never goes back', async () => {
		const { feishu, clock, close } = await openTownship(0);
		const page = sandboxPage(feishu, {
			locale: 'en',
			clock,
		});
		const move = (body: object) =>
			page.request('http://localhost:9/api/clock', {
				method: 'POST',
				headers: { origin: 'http://localhost:9', 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
		const before = clock.at;
		expect((await move({ at: before - 1 })).status).toBe(409);
		expect(clock.at).toBe(before);
		expect(await (await move({ to: 'day' })).json()).toEqual({ now: before + 86_400_000 });
		await close();
	});
});
