import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	expect(await stage.李建国.says('会议 二楼会议室 学习讨论')).toContain('什么时候开');
});
afterEach(() => stage.town.close());

/** Time passes and the minute's knock, which forgets what has expired, has not come yet. */
function wait({ town: { running } }: Stage, minutes: number): void {
	running.clock.moveTo(running.clock.now() + minutes * MINUTE);
}

test('a question waits a quarter of an hour for its answer', async () => {
	wait(stage, 14);
	expect(await stage.李建国.announces('周五下午三点')).toContain('会议已安排');
});

test('after that the same words answer nothing', async () => {
	const { 李建国, 张三, group } = stage;
	wait(stage, 15);
	expect(await 李建国.says('周五下午三点')).not.toContain('发之前请您看一眼');
	expect(张三.heard(group).join()).not.toContain('学习讨论');
});
