import { afterEach, expect, test } from 'vitest';
import { newsStanding } from '../../db/operator.ts';
import { enqueue, outboxStates } from '../../db/outbox/index.ts';
import { SCOPES } from '../../src/lark/index.ts';
import { openStage, type Stage } from '../conversations/stage.ts';

let stage: Stage | undefined;
afterEach(() => stage?.town.close());

const TEN_MINUTES = 10 * 60_000;

test('without the scope to speak everything is kept and the operator’s; with it again all of it comes, once', async () => {
	stage = await openStage();
	const { town, 张三 } = stage;
	const { courier, clock } = town.running;
	const had = 张三.heard().length;
	town.feishu.setManifest({ scopes: SCOPES.filter((scope) => scope !== 'im:message:send_as_bot') });
	await town.feishu.say(张三.openId, 张三.desk, '我的参会');
	await courier.caughtUp();
	expect(张三.heard()).toHaveLength(had);
	expect(await town.look(newsStanding)).toMatchObject([
		{ code: 'sending-refused', facts: '{"code":"99991672"}' },
	]);
	expect(await town.look(outboxStates)).toContainEqual({ state: 'waiting', count: 1 });
	town.feishu.setManifest({ scopes: SCOPES });
	clock.moveTo(clock.now() + TEN_MINUTES + 1);
	await courier.caughtUp();
	expect(张三.heard().slice(had)).toEqual([expect.stringContaining('我的参会')]);
	expect(await town.look(newsStanding)).toEqual([]);
});

test('whoever is mentioned and has left does not keep the card from coming', async () => {
	stage = await openStage();
	const { town, 张三, 王小梅 } = stage;
	const { bot } = town.running;
	await town.feishu.resign(王小梅.openId);
	const text = ['请', { account: 王小梅.openId }, '看一看'];
	const card = { title: '联系人', tone: 'plain', body: [{ kind: 'text', text }] };
	await bot.store.commit(() =>
		enqueue(bot.db, bot.vault, {
			turn: 'mention',
			target: { kind: 'account', openId: 张三.openId },
			content: JSON.stringify({ kind: 'card', card }),
			now: bot.clock.now(),
		}),
	);
	await town.settle();
	expect(张三.reads()).toBe('联系人\n请看一看');
	const asked = town.feishu.wire().filter(({ response }) => response.includes('100290'));
	expect(asked).toHaveLength(1);
});

test('a link and a mail address are kept as they were typed', async () => {
	stage = await openStage();
	const { 李建国, 张三, group } = stage;
	const link = 'https://meeting.example.com/a1?p=2';
	expect(await 李建国.announces(`主题党日 周五下午3点 腾讯会议 ${link}`)).toContain(link);
	expect(张三.reads(group)).toContain(link);
	expect(张三.reads(group)).not.toContain('](');
	await 李建国.announces('主题党日 周六下午3点 三楼 有事写信给 li@example.com');
	expect(张三.reads(group)).toContain('li@example.com');
	expect(张三.reads(group)).not.toContain('mailto');
});
