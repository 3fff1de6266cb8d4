import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, START, type Stage } from '../conversations/stage.ts';
import { StandingClock } from './hand-clock.ts';
import { post, rows } from './row.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage({ overrides: { clock: new StandingClock(START) } });
});
afterEach(() => stage.town.close());

/** Says it in private and lets go out what can now; what waits for a later moment goes on waiting. */
async function say(text: string): Promise<void> {
	const { town, 李建国 } = stage;
	await town.feishu.say(李建国.openId, 李建国.desk, text);
	await town.running.courier.caughtUp();
}

/** Plans a meeting that has been looked at, without waiting for what comes of it. */
async function plan(before: () => void): Promise<void> {
	const { town, 李建国 } = stage;
	await say('主题党日 周五下午3点 二楼');
	before();
	await 李建国.sends();
	await town.running.courier.caughtUp();
}

test('a plan taken back before the group has seen it is never shown there', async () => {
	const { town, group, 李建国 } = stage;
	town.feishu.setFaults({ busy: 1 });
	await post(town, group, '通知');
	town.running.courier.wake();
	await town.running.courier.caughtUp();
	town.feishu.setFaults({ busy: 0 });
	await plan(() => undefined);
	await say('撤回');
	await town.settle();
	expect(李建国.heard().join()).toContain('已撤回');
	expect(李建国.heard(group)).toContain('通知');
	expect(李建国.heard(group).join()).not.toContain('主题党日');
	expect(rows(town).filter(({ cause }) => cause === 'taken-back')).toMatchObject([{ content: null }]);
});

test('a card that may have arrived is not given up with the plan: it comes to say that it is cancelled', async () => {
	const { town, group, 李建国 } = stage;
	await plan(() => town.feishu.setFaults({ lost: 1 }));
	expect(李建国.reads(group)).toContain('参加');
	town.feishu.setFaults({ lost: 0 });
	await say('撤回');
	await town.settle();
	expect(李建国.reads(group)).toContain('已取消');
	expect(李建国.heard(group).filter((text) => text.includes('主题党日'))).toHaveLength(1);
});
