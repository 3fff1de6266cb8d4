import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, START, type Stage } from '../conversations/stage.ts';
import { StandingClock } from './hand-clock.ts';
import { post, rows, tell } from './row.ts';

let clock: StandingClock;
let stage: Stage;
beforeEach(async () => {
	clock = new StandingClock(START);
	stage = await openStage({ overrides: { clock } });
});
afterEach(() => stage.town.close());

async function attempt(): Promise<void> {
	const { courier } = stage.town.running;
	courier.wake();
	await courier.caughtUp();
}

test('what one person cannot receive now holds up nobody else', async () => {
	const { town, group, 张三, 王小梅 } = stage;
	town.feishu.setFaults({ busy: 1 });
	await tell(town, 张三, '甲一');
	await attempt();
	town.feishu.setFaults({ busy: 0 });
	await tell(town, 张三, '甲二');
	await tell(town, 王小梅, '乙');
	await post(town, group, '丙');
	await attempt();
	expect(王小梅.heard()).toContain('乙');
	expect(张三.heard(group)).toContain('丙');
	expect(张三.heard()).not.toContain('甲二');
	await town.settle();
	expect(张三.heard().filter((text) => text.startsWith('甲'))).toEqual(['甲一', '甲二']);
});

test('a lane is a person, a group or a message that is drawn anew, and the outbox alone says which', async () => {
	const { town, group, 张三, 王小梅, 李建国 } = stage;
	await tell(town, 张三, '甲');
	await tell(town, 王小梅, '乙');
	await post(town, group, '丙');
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 张三.says('参加');
	const lanes = new Set(rows(town).map(({ lane }) => lane));
	const card = 张三.newest(group).messageId;
	for (const lane of [`person:${张三.openId}`, `person:${王小梅.openId}`, `chat:${group}`, `message:${card}`])
		expect(lanes).toContain(lane);
});

test('while answers keep coming the card is redrawn once a second, and not with every answer', async () => {
	const { town, group, 张三, 李建国 } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	const { messageId } = 张三.newest(group);
	const redrawn = () => town.feishu.message(messageId)?.edits ?? 0;
	const before = redrawn();
	for (let fifths = 0; fifths < 25; fifths++) {
		await town.feishu.say(张三.openId, 张三.desk, fifths % 2 === 0 ? '参加' : '请假 有事');
		await attempt();
		clock.pass(200);
	}
	const inFiveSeconds = redrawn() - before;
	expect(inFiveSeconds).toBeGreaterThanOrEqual(4);
	expect(inFiveSeconds).toBeLessThanOrEqual(5);
	await town.settle();
	expect(张三.reads(group)).toContain('参加1');
});
