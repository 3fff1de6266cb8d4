import { describe, expect, test, vi } from 'vitest';
import { openLimits } from '../../../sandbox/platform/limits.ts';
import { card, failure, GROUP, openStage } from './stage.ts';

const LIMITS = { perSecond: 50, perMinute: 1000, perTargetPerSecond: 5, patchPerSecond: 5 };

describe('limits slide', () => {
	const clock = { at: 0 };
	const open = () => {
		clock.at = 0;
		return openLimits(LIMITS, () => clock.at);
	};

	test('fifty a second of one API, the fifty-first when the first is a second old', () => {
		const limits = open();
		for (let call = 0; call < 50; call++) {
			expect(limits.api('send')).toBe(0);
			clock.at += 10;
		}
		expect(limits.api('send')).toBe(500);
		expect(limits.api('reply')).toBe(0);
		clock.at = 999;
		expect(limits.api('send')).toBe(1);
		clock.at = 1000;
		expect(limits.api('send')).toBe(0);
		expect(limits.api('send')).toBe(10);
	});

	test('a thousand a minute', () => {
		const limits = open();
		for (let call = 0; call < 1000; call++, clock.at += 25) expect(limits.api('send')).toBe(0);
		expect(limits.api('send')).toBe(60_000 - clock.at);
	});

	test('five a second to one target, five redraws a second of one card', () => {
		const limits = open();
		for (let call = 0; call < 5; call++) {
			expect(limits.target('ou_1')).toBe(0);
			expect(limits.patch('om_1')).toBe(0);
		}
		expect(limits.target('ou_1')).toBe(1000);
		expect(limits.patch('om_1')).toBe(1000);
		expect(limits.target('ou_2')).toBe(0);
		expect(limits.patch('om_2')).toBe(0);
	});
});

describe('over a limit the wire says 429', () => {
	test('to one person, with the reset header in seconds, and nothing is sent', async () => {
		const { feishu, text } = await openStage({ limits: { ...LIMITS, perTargetPerSecond: 1 } });
		await text('ou_san', '一');
		const chatId = feishu.privateChat('ou_san').chatId;
		expect(await failure(text(chatId, '二'))).toMatchObject({ status: 429, code: 99991400, reset: '1' });
		expect(await text('ou_li', '三')).toMatchObject({ code: 0 });
		expect(feishu.messages(chatId)).toHaveLength(1);
	});

	test('of one API', async () => {
		const { text } = await openStage({ limits: { ...LIMITS, perMinute: 2 } });
		await text('ou_san', '一');
		await text('ou_li', '二');
		expect(await failure(text('ou_wang', '三'))).toMatchObject({ status: 429, code: 99991400, reset: '60' });
	});

	test('for one card', async () => {
		const { card: send, patch } = await openStage({ limits: { ...LIMITS, patchPerSecond: 1 } });
		const one = card({ tag: 'hr' });
		const id = (await send(GROUP, one)).data?.message_id ?? '';
		await patch(id, one);
		expect(await failure(patch(id, one))).toMatchObject({ status: 429, code: 99991400 });
	});
});

describe('faults', () => {
	test('busy, bad gateway and dropped do nothing', async () => {
		const { feishu, text } = await openStage();
		feishu.setFaults({ busy: 1 });
		expect(feishu.faults).toMatchObject({ busy: 1, lost: 0 });
		expect(await failure(text(GROUP, '一'))).toMatchObject({ status: 429, code: 99991400, reset: '1' });
		feishu.setFaults({ busy: 0, badGateway: 1 });
		expect(await failure(text(GROUP, '一'))).toMatchObject({
			status: 502,
			html: expect.stringContaining('html'),
		});
		feishu.setFaults({ badGateway: 0, dropped: 1 });
		expect(await failure(text(GROUP, '一'))).toEqual({ word: 'ECONNRESET' });
		expect(feishu.messages(GROUP)).toHaveLength(0);
		expect(feishu.arrived()).toMatchObject({ 'POST /open-apis/im/v1/messages': 3 });
	});

	test('lost does the work and closes; the uuid finds it again', async () => {
		const { feishu, text } = await openStage();
		feishu.setFaults({ lost: 1 });
		expect(await failure(text(GROUP, '一', 'u1'))).toEqual({ word: 'ECONNRESET' });
		feishu.setFaults({ lost: 0 });
		const again = await text(GROUP, '一', 'u1');
		expect(feishu.messages(GROUP).map((message) => message.messageId)).toEqual([again.data?.message_id]);
	});

	test('a delay holds the answer back until the platform closes', async () => {
		const { feishu, text } = await openStage();
		await text(GROUP, '一');
		feishu.setFaults({ delayMs: 3_600_000 });
		const called = failure(text(GROUP, '二'));
		await vi.waitUntil(() => feishu.arrived()['POST /open-apis/im/v1/messages'] === 2);
		await feishu.close();
		expect(await called).toEqual({ word: 'ECONNRESET' });
		expect(feishu.messages(GROUP)).toHaveLength(1);
	});

	test('the same seed meets the same calls, whatever else is switched on', async () => {
		const fate = async (seed: number, dropped: number) => {
			const { feishu, client } = await openStage({ seed });
			feishu.setFaults({ busy: 0.5, dropped });
			const calls: boolean[] = [];
			for (let call = 0; call < 12; call++) {
				const failed = await failure(client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }));
				calls.push(failed.status === 429);
			}
			return calls;
		};
		const first = await fate(7, 0);
		expect(await fate(7, 0)).toEqual(first);
		expect(await fate(7, 0.000001)).toEqual(first);
		expect(await fate(8, 0)).not.toEqual(first);
		expect(new Set(first).size).toBe(2);
	});
});
