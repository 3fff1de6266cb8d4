import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../town/actor.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let 何洁: Actor;
let 马军: Actor;
let office: string;
beforeEach(async () => {
	stage = await openStage();
	const { town, 陈敏, group } = stage;
	何洁 = town.person('何洁');
	马军 = town.person('马军');
	office = town.group('两新党委', [陈敏, 何洁, 马军]);
	await 陈敏.says('支部 绑定 高新区两新党委', office);
	await 陈敏.says('支部 隶属 高新区两新党委', group);
	await 陈敏.says('设为 组织员 @何洁 高新区两新党委', office);
	await 陈敏.says('设为 组织员 @马军 高新区两新党委', office);
});
afterEach(() => stage.town.close());

/** 张三 asks for help past the branch, 何洁 takes it on, and both have written. */
async function taken(): Promise<void> {
	const { 张三 } = stage;
	await 张三.says('求助 加班费不给');
	await 张三.taps('上级党委');
	await 何洁.taps('我来办');
	await 张三.says('回复 #1 合同在车间');
}

test('whose account is gone holds nothing: somebody else on duty takes it on', async () => {
	const { town, 张三, 李建国 } = stage;
	await taken();
	expect(何洁.reads()).toContain('合同在车间');
	await town.feishu.resign(何洁.openId);
	await town.settle();
	expect(马军.reads()).toContain('有一件求助等人接办（编号1）');
	expect(张三.reads()).toContain('编号1要换一位接办人');
	expect(李建国.heard().join()).not.toContain('编号1');
	const work = await 马军.taps('我来办');
	expect(work).toContain('加班费不给');
	expect(work).toContain('合同在车间');
	expect(张三.reads()).toContain('马军');
	await 马军.says('办结 #1');
	expect(await 张三.taps('满意')).toContain('已办结');
});

test('whose role has ended reads no more of it, and the role given back brings it back', async () => {
	const { 陈敏, 张三 } = stage;
	await taken();
	await 陈敏.says('卸任 @何洁', office);
	await 陈敏.taps('登记卸任');
	expect(何洁.heard().join()).not.toMatch(/加班费|合同在车间/);
	expect(await 何洁.says('求助单 #1')).toContain('没有找到');
	expect(await 何洁.says('回复 #1 在吗')).toContain('没有找到');
	expect(马军.reads()).toContain('等人接办');
	expect(await 陈敏.says('撤回')).toContain('已撤回');
	expect(马军.heard().join()).not.toContain('[我来办]');
	expect(await 何洁.says('求助单 #1')).toContain('加班费');
	expect(await 张三.says('求助单 #1')).toContain('有人接办了');
});

test('who becomes the branch’s secretary has to let go of what was to pass the branch by', async () => {
	const { 陈敏 } = stage;
	await taken();
	await 陈敏.says('设为 书记 @何洁 星光电子党支部', office);
	expect(何洁.heard().join()).not.toMatch(/加班费|合同在车间/);
	expect(await 何洁.says('求助单 #1')).toContain('没有找到');
	expect(马军.reads()).toContain('等人接办');
});

test('what was said to be done goes to those on duty when it is reopened', async () => {
	const { town, 张三 } = stage;
	await taken();
	await 何洁.says('办结 #1');
	await town.feishu.resign(何洁.openId);
	await town.settle();
	expect(await 张三.taps('还没解决')).toContain('编号1');
	expect(马军.reads()).toContain('等人接办');
	expect(await 马军.taps('我来办')).toContain('加班费');
});

test('passed on, the words both sides wrote leave as well', async () => {
	await taken();
	await 何洁.says('转办 #1 @马军');
	expect(何洁.heard().join()).not.toMatch(/加班费|合同在车间/);
});

test('words for an account that is gone are not said to have arrived', async () => {
	const { town, 张三 } = stage;
	await taken();
	await town.feishu.resign(张三.openId);
	await town.settle();
	expect(await 何洁.says('回复 #1 请来一趟')).toContain('没有送出');
});
