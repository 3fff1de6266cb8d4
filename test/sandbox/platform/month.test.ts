import { expect, test } from 'vitest';
import { card, failure, GROUP, openStage } from './stage.ts';

const USED_UP = {
	status: 429,
	code: 99991403,
	msg: "This month's API call quota has been exceeded",
};

test('a month of so many calls, and then nothing until the 1st in Beijing', async () => {
	const { feishu, clock, client, text, reply, patch, card: send } = await openStage();
	const id = (await send(GROUP, card({ tag: 'hr' }))).data?.message_id ?? '';
	await reply(id, '一');
	await patch(id, card({ tag: 'hr' }));
	expect(feishu.callsThisMonth()).toBe(3);
	feishu.setFaults({ monthlyCalls: 4 });
	await text('ou_san', '二');
	const answers = [
		text('ou_li', '三'),
		reply(id, '四'),
		patch(id, card({ tag: 'markdown', content: '五' })),
	].map(failure);
	for (const answer of await Promise.all(answers)) expect(answer).toEqual(USED_UP);
	expect(feishu.callsThisMonth()).toBe(4);
	expect(feishu.messages(feishu.privateChat('ou_li').chatId)).toEqual([]);
	expect(feishu.message(id)?.content).not.toContain('五');

	clock.at = Date.parse('2026-12-31T23:59:59+08:00');
	expect(await failure(text('ou_li', '六'))).toEqual(USED_UP);
	await client.contact.v3.user.get({ path: { user_id: 'ou_li' } });
	clock.at = Date.parse('2027-01-01T00:00:00+08:00');
	await text('ou_li', '七');
	expect(feishu.callsThisMonth()).toBe(1);
});

test('what is refused for another reason takes nothing off the month, and a restart gives nothing back', async () => {
	const { feishu, text } = await openStage({
		limits: { perSecond: 1, perMinute: 100, perTargetPerSecond: 10, patchPerSecond: 5 },
	});
	await text('ou_san', '一');
	expect(await failure(text('ou_san', '二'))).toMatchObject({ code: 99991400 });
	expect(feishu.callsThisMonth()).toBe(1);
	const again = await openStage({ restore: JSON.parse(JSON.stringify(feishu.snapshot())) });
	expect(again.feishu.callsThisMonth()).toBe(1);
});

test('the platform counts the machines that hold a connection', async () => {
	const { feishu, client } = await openStage();
	const count = () => client.request({ method: 'GET', url: '/open-apis/event/v1/connection' });
	expect(await count()).toMatchObject({ code: 0, data: { online_instance_cnt: 0 } });
	feishu.setFaults({ machines: 2 });
	expect(await count()).toMatchObject({ code: 0, data: { online_instance_cnt: 2 } });
});
