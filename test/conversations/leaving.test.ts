import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE, openStage, type Stage, wroteAt } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

test('whose account comes back is written to again, but not for what they wrote before they went', async () => {
	const { town, 陈敏, 王小梅 } = stage;
	const before = town.feishu.now();
	await town.pass(MINUTE);
	await town.feishu.resign(王小梅.openId);
	await town.pass(MINUTE);
	town.feishu.addAccount({ openId: 王小梅.openId, name: 王小梅.name });
	await wroteAt(town, 王小梅, before, '我的参会');
	await 陈敏.says('设为 委员 王小梅');
	expect(王小梅.heard().join()).not.toContain('您已登记为');
	await 王小梅.says('我的参会');
	await 陈敏.says('设为 指导员 王小梅');
	expect(王小梅.reads()).toContain('您已登记为');
});
