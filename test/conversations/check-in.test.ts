import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR, MINUTE, openStage, START, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await stage.李建国.announces('主题党日 今天下午3点 二楼');
});
afterAll(() => stage.town.close());

const BEGINS = START + 5 * HOUR;

/** Moves the clock to just before or at an instant, ms. */
async function until(at: number): Promise<void> {
	await stage.town.pass(at - stage.town.running.clock.now());
}

test('to the minute: from half an hour before to twelve hours after', async () => {
	const { 张三, 王小梅, 李建国 } = stage;
	await until(BEGINS - 31 * MINUTE);
	expect(await 张三.says('签到')).toContain('下午2点半起可以签到');
	await until(BEGINS - 30 * MINUTE);
	expect(await 张三.says('签到了吗')).not.toContain('已签到\n');
	expect(await 张三.says('到')).toContain('已签到');
	expect(await 张三.says('签到')).toContain('您已经签到了');
	expect(await 张三.taps('不对，撤回')).toContain('已撤回');
	expect(await 张三.says('我到了')).toContain('已签到');
	await until(BEGINS + 12 * HOUR - MINUTE);
	expect(await 李建国.says('签到 #1')).toContain('已签到');
	await until(BEGINS + 12 * HOUR + MINUTE);
	expect(await 王小梅.says('签到 #1')).toContain('过了签到时间');
	expect(await 王小梅.says('签到')).toContain('没有可以签到的会议');
	expect(await stage.路人.says('签到 #1')).toContain('不在名单里');
	expect(await 李建国.says('会议 #1')).toContain('张三（已签到）');
	expect(await 李建国.taps('按答复登记')).toContain('还有2人没登记');
});
