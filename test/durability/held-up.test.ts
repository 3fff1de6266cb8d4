import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR, MINUTE, openStage, type Stage } from '../conversations/stage.ts';
import { behind, type Gateway, openGateway } from './gateway.ts';

let gateway: Gateway;
let stage: Stage;
beforeEach(async () => {
	gateway = await openGateway();
	stage = await openStage({ between: behind(gateway) });
});
afterEach(async () => {
	await stage.town.close();
	await gateway.close();
});

/** The group lets nobody but its owner speak: whatever goes there is refused, private chats are not. */
function mute(code: number): void {
	const { group } = stage;
	gateway.refuse(({ what, body }) =>
		what.includes('/im/v1/messages') && body.includes(group) ? { code } : undefined,
	);
}
const unmute = () => gateway.refuse(() => undefined);

/** Lets time pass a minute at a time; what is kept for later is not waited for. */
async function later(ms: number): Promise<void> {
	const { clock, courier } = stage.town.running;
	for (let passed = 0; passed < ms; passed += MINUTE) {
		clock.moveTo(clock.now() + MINUTE);
		await courier.caughtUp();
	}
}

/** 李建国 plans a meeting, and nobody waits for what is kept. */
async function plan(): Promise<void> {
	const { town, 李建国 } = stage;
	await town.feishu.say(李建国.openId, 李建国.desk, '主题党日 周五下午3点 二楼');
	await town.running.courier.caughtUp();
	await 李建国.sends();
	await town.running.courier.caughtUp();
}

async function hears(text: string): Promise<string> {
	const { town, 李建国 } = stage;
	await town.feishu.say(李建国.openId, 李建国.desk, text);
	await town.running.courier.caughtUp();
	return 李建国.reads();
}

test.each([230018, 230035])(
	'%i: after five minutes its author hears why and until when, once; when it arrives all is put right',
	async (code) => {
		const { 李建国, 张三, group } = stage;
		mute(code);
		await plan();
		const heard = () => 李建国.heard().join('\n');
		expect(heard()).toContain('通知正在发到群里');
		await later(2 * MINUTE);
		expect(heard()).not.toContain('暂时发不进');
		await later(3 * MINUTE);
		expect(heard()).toMatch(/暂时发不进.*（这个群现在不让我发言），我会一直试到.*点/);
		expect(heard()).toContain('着急的话请您先口头通知');
		await later(MINUTE);
		expect(heard()).toContain('群里暂时发不进去，我还在试');
		expect(heard()).not.toContain('通知正在发到群里');
		await later(HOUR);
		expect(heard().match(/有消息暂时发不进去/g)).toHaveLength(1);
		expect(张三.heard().join()).not.toContain('主题党日');
		expect(await hears('还差什么')).toContain('暂时发不进');

		unmute();
		await later(6 * MINUTE);
		expect(李建国.heard(group).join()).toContain('主题党日');
		expect(heard()).toContain('通知发好了，在群里');
		expect(heard()).not.toContain('我还在试');
		expect(heard()).not.toContain('有消息暂时发不进去');
		expect(await hears('还差什么')).not.toContain('暂时发不进');
	},
);

test('given up in the end, its author hears so anew, and members are told singly', async () => {
	const { 李建国, 张三 } = stage;
	mute(230018);
	await plan();
	await later(7 * HOUR);
	const heard = 李建国.heard().join('\n');
	expect(heard).toMatch(/有消息没送到[\s\S]*有消息没送到/);
	expect(heard).not.toContain('暂时发不进');
	expect(heard).toContain('改为分别私聊通知');
	expect(张三.reads()).toContain('主题党日');
	expect(await hears('还差什么')).toContain('没能发到');
});

test('who has told them otherwise is not reminded of it any more', async () => {
	const { 李建国 } = stage;
	mute(230018);
	await plan();
	await later(10 * MINUTE);
	await 李建国.taps('已转告');
	expect(await hears('还差什么')).not.toContain('发不进');
	await later(7 * HOUR);
	expect(await hears('还差什么')).not.toMatch(/发不进|没能发到/);
});

test('a bot that comes back meanwhile says it once', async () => {
	const { town, group, 李建国 } = stage;
	mute(230035);
	await plan();
	await later(10 * MINUTE);
	await town.feishu.addBot(group, 李建国.openId);
	unmute();
	await later(10 * MINUTE);
	expect(
		李建国
			.heard(group)
			.join('\n')
			.match(/主题党日/g),
	).toHaveLength(1);
});
