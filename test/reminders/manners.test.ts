import { afterEach, expect, test } from 'vitest';
import { BRANCH, forge, openStage, type Stage } from '../conversations/stage.ts';
import { openTown } from '../town/town.ts';
import { casesOf, reminders } from './cases.ts';
import { shanghai, waitUntil } from './moments.ts';

let stage: Stage | undefined;
afterEach(() => stage?.town.close());

test('nothing in a group, nothing private on a locked screen', async () => {
	stage = await openStage();
	const { town, 李建国, 陈敏, group } = stage;
	const cases = casesOf(town, BRANCH);
	await cases.away('李建国', '张三', '2026-05-25');
	await cases.asks('王小梅');
	await 李建国.announces('主题党日 11月25日下午3点 二楼');
	const before = 李建国.heard(group).length;
	for (const day of ['23', '24', '26', '27']) await waitUntil(town, `2026-11-${day} 09:00`);
	expect(李建国.heard(group)).toHaveLength(before);
	const digests = [李建国, 陈敏].map((each) => JSON.parse(each.newest().content));
	for (const { config } of digests) expect(config.summary.content).toBe('今天的提醒');
	expect(李建国.reads()).toContain('登记到会');
});

test('a digest a day, whatever happens in it', async () => {
	stage = await openStage();
	const { town, 李建国 } = stage;
	const cases = casesOf(town, BRANCH);
	await cases.away('李建国', '张三', '2026-06-23');
	await waitUntil(town, '2026-11-23 08:30');
	const heard = 李建国.heard().length;
	expect(李建国.reads()).toContain('张三');
	await cases.away('李建国', '王小梅', '2026-03-01');
	for (const time of ['08:31', '12:00', '19:59']) await waitUntil(town, `2026-11-23 ${time}`);
	expect(李建国.heard()).toHaveLength(heard);
	await waitUntil(town, '2026-11-24 08:30');
	expect(李建国.reads()).toContain('王小梅');
	expect(李建国.reads()).not.toContain('张三');
});

test('only one’s own reminders are explained', async () => {
	stage = await openStage();
	const { town, 张三 } = stage;
	await casesOf(town, BRANCH).away('李建国', '王小梅', '2026-06-23');
	await waitUntil(town, '2026-11-23 08:30');
	const [told] = await reminders(town);
	expect(told).toMatchObject({ name: '李建国', state: 'sent' });
	for (const [name, value] of [
		['reminder', '1'],
		['carrier', told?.turn ?? ''],
	] as const) {
		expect(await forge(town, 张三, 'why', { [name]: value })).not.toContain('王小梅');
		expect(张三.heard().join('\n')).not.toContain('王小梅');
	}
});

test('a branch without a secretary: the officer above acts for it', async () => {
	stage = await openStage();
	const { town, 陈敏 } = stage;
	await casesOf(town, BRANCH).away('李建国', '张三', '2026-06-23');
	await 陈敏.says('卸任 @李建国', stage.group);
	await 陈敏.taps('登记卸任');
	await waitUntil(town, '2026-11-23 08:30');
	expect(陈敏.reads()).toContain('张三 6月23日（周二）外出');
});

test('in English', async () => {
	const town = await openTown({ locale: 'en' });
	const [min, lee, zhang] = [town.person('Min Chen'), town.person('Lee Wong'), town.person('Zhang San')];
	const group = town.group('Starlight', [min, lee, zhang]);
	await min.says(`admin code ${town.running.officerCode}`);
	await min.says('branch bind Starlight Party Branch', group);
	await min.says('appoint secretary @Lee Wong', group);
	await lee.says('roster add\nLee Wong\nZhang San');
	await lee.taps('add 2 people');
	await lee.announces('meeting 2026-12-01 15:00 online');
	await waitUntil(town, '2026-11-30 09:00');
	expect(zhang.reads()).toContain('Coming up: Meeting (#1)');
	expect(lee.reads()).toContain('Today’s reminders (1 item)');
	expect(await zhang.says('why')).toContain('1 days before it is Mon 30 Nov');
	expect(await zhang.says('less pause 7 days')).toContain('paused until Mon 7 Dec');
	expect(await zhang.says('less resume')).toContain('on again');
	expect(await zhang.says('less hours 18:00-21:00')).toContain('from 18:00 to 21:00');
	for (const said of [...lee.heard(), ...zhang.heard()]) expect(said).not.toMatch(/undefined|\{\w+\}/);
	await town.close();
});

test('a year whose holidays are not known: the operator is told once', async () => {
	const lines: string[] = [];
	stage = await openStage({ log: (line) => lines.push(line), clockStart: shanghai('2026-12-08 10:00') });
	const { town } = stage;
	const warned = () => lines.filter((line) => line.includes('holidays-unknown'));
	expect(warned()).toEqual([]);
	for (const day of ['2026-12-12', '2026-12-14', '2027-01-02', '2027-01-04'])
		await waitUntil(town, `${day} 09:00`);
	expect(warned()).toHaveLength(1);
});

test('somebody who has taken many: one digest names them all, also during a pause', async () => {
	stage = await openStage();
	const { town, 李建国 } = stage;
	const cases = casesOf(town, BRANCH);
	const lastWordAt = town.running.clock.now();
	for (let count = 0; count < 6; count++) {
		const { id } = await cases.asks('张三');
		const taken = {
			state: 'taken',
			assigneeId: await cases.idOf('李建国'),
			takenAt: lastWordAt,
			lastWordAt,
		} as const;
		await cases.changeTicket('李建国', id, taken);
	}
	await cases.away('李建国', '王小梅', '2026-06-30');
	await 李建国.says('提醒 暂停 30天');
	const heard = 李建国.heard().length;
	await waitUntil(town, '2026-11-30 09:00');
	expect(李建国.heard()).toHaveLength(heard + 1);
	expect(李建国.reads()).toContain('今天的提醒（6件）');
	expect(李建国.reads()).not.toContain('王小梅');
});
