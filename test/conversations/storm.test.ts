import { afterEach, expect, test } from 'vitest';
import { TALK } from '../../src/bot/storm.ts';
import { openTown, type Town } from '../town/town.ts';

let town: Town | undefined;
afterEach(() => town?.close());

/** A town where everybody is heard as people are. */
async function slowTown(): Promise<Town> {
	town = await openTown({ overrides: { talk: TALK } });
	return town;
}

test('a storm of one person gets one sentence, and others are heard', async () => {
	const { person } = await slowTown();
	const [张三, 李四] = [person('张三'), person('李四')];
	for (let word = 0; word < TALK.messages; word++) expect(await 张三.says('你好')).not.toBe('');
	expect(await 张三.says('你好')).toContain('请过一分钟再说');
	for (let word = 0; word < 5; word++) expect(await 张三.says('帮助')).toBe('');
	expect(await 李四.says('你好')).not.toBe('');
});

test('taps that are too fast do nothing and say so', async () => {
	const { person } = await slowTown();
	const 张三 = person('张三');
	await 张三.says('帮助');
	let answer = '';
	for (let tap = 0; tap <= TALK.taps; tap++) answer = await 张三.taps('还差什么');
	expect(answer).toContain('点得太快了');
}, 60_000);
