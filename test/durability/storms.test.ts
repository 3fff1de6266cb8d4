import { expect, test } from 'vitest';
import { Storms } from '../../src/bot/storm.ts';

const SECOND = 1_000;

test('it is told once, and over when it has been calm; then it is told anew', () => {
	const storms = new Storms({ messages: 3, taps: 3 });
	const at = (second: number) => storms.note('messages', 'ou_1', second * SECOND);
	expect([0, 1, 2, 3, 4, 5].map(at)).toEqual(['heard', 'heard', 'heard', 'first', 'more', 'more']);
	expect(storms.note('taps', 'ou_1', 5 * SECOND)).toBe('heard');
	expect(storms.note('messages', 'ou_2', 5 * SECOND)).toBe('heard');
	expect([66, 67, 68, 69].map(at)).toEqual(['heard', 'heard', 'heard', 'first']);
});
