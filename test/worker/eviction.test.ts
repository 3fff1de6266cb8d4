import { afterEach, expect, test } from 'vitest';
import { tell } from '../durability/row.ts';
import { openTown, type Town } from '../town/town.ts';
import { plans } from './main.ts';
import { type HeldObject, hold } from './object.ts';

let town: Town;
afterEach(() => town.close());

async function open(): Promise<HeldObject> {
	town = await openTown();
	return hold(town.dataDir);
}

/** The code that the start after this one issues, if it does. */
const codeAfterEviction = async (object: HeldObject) => {
	await object.evict();
	return object.within(({ officerCode }) => officerCode);
};

test('an object that was put away knows everything when it is started again', async () => {
	const object = await open();
	const [陈敏, 张三] = [town.person('陈敏'), town.person('张三')];
	const group = town.group('星光电子', [陈敏, 张三]);
	await 陈敏.says(`管理码 ${town.running.officerCode}`);
	await 陈敏.says('支部 绑定 星光电子党支部', group);
	await 陈敏.says('名册 添加 张三 星光电子党支部');
	await object.evict();
	await 陈敏.taps('对，记入1人');
	await town.settle();
	expect(陈敏.reads()).toContain('新记入1人：张三');
});

test('the code of a deployment stays good while the object comes and goes', async () => {
	const object = await open();
	const 陈敏 = town.person('陈敏');
	expect(await codeAfterEviction(object)).toBeUndefined();
	expect(await 陈敏.says(`管理码 ${town.running.officerCode}`)).toContain('您现在是组织员了');
});

test('a new deployment issues no other code: the one that waits stays good', async () => {
	const object = await open();
	expect(town.running.officerCode).toMatch(/^\d{6}$/);
	plans.set(town.dataDir, { ...plans.get(town.dataDir), version: 'the next one' });
	expect(await codeAfterEviction(object)).toBeUndefined();
	expect(await town.person('陈敏').says(`管理码 ${town.running.officerCode}`)).toContain('您现在是组织员了');
});

test('what was waiting when it was put away goes out at the next alarm, once', async () => {
	const object = await open();
	const 张三 = town.person('张三');
	await object.within(({ clock }) => tell(town, 张三, '晚一点', { notBefore: clock.now() }));
	await object.evict();
	await object.bare((zhibu) => zhibu.alarm());
	await object.within(({ courier }) => courier.caughtUp());
	await object.evict();
	await object.bare((zhibu) => zhibu.alarm());
	await object.within(({ courier }) => courier.caughtUp());
	expect(张三.heard()).toEqual(['晚一点']);
});
