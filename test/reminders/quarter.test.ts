import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Feishu, openFeishu } from '../../sandbox/platform/index.ts';
import { BRANCH, forge } from '../conversations/stage.ts';
import { APP, openTown, type Town } from '../town/town.ts';
import { casesOf, reminders } from './cases.ts';
import { shanghai, waitUntil } from './moments.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'zhibu-'));
let town: Town | undefined;
let feishu: Feishu | undefined;
afterAll(async () => {
	await town?.close();
	await feishu?.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const NAMES = ['陈敏', '李建国', '张三', '王小梅'] as const;

/** The same machine, switched off and on again; the clock stands where it stood. */
async function restart(clockStart: number): Promise<Town> {
	await town?.close();
	feishu ??= await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => `${town?.running.url ?? ''}/lark/events`,
		now: () => town?.running.clock.now() ?? clockStart,
		limits: { perSecond: 2_000, perMinute: 200_000, perTargetPerSecond: 2_000, patchPerSecond: 2_000 },
		retryAfterMs: [],
	});
	const admins = [`ou_${Buffer.from('陈敏').toString('hex')}`];
	town = await openTown({ dataDir, feishu, clockStart, overrides: { admins } });
	for (const name of NAMES) town.person(name);
	await town.pass(0);
	return town;
}

function heardBy(here: Town): number[] {
	return NAMES.map((name) => here.person(name).heard().length);
}

test('a quarter with all its reminders, restarted ten times a day: each once, each with its why', {
	timeout: 60_000,
}, async () => {
	let here = await restart(shanghai('2026-09-28 10:00'));
	const [陈敏, 李建国] = [here.person('陈敏'), here.person('李建国')];
	const group = here.group(
		'星光电子',
		NAMES.map((name) => here.person(name)),
	);
	const workers = here.group('党委群', [陈敏]);
	await 陈敏.says(`支部 绑定 ${BRANCH}`, group);
	await 陈敏.says('设为 书记 @李建国', group);
	await 陈敏.says('支部 绑定 高新区两新党委', workers);
	await 陈敏.says(`支部 隶属 ${BRANCH} 高新区两新党委`);
	await 李建国.says('名册 添加\n李建国\n张三\n王小梅');
	await 李建国.taps('对，记入3人');
	await casesOf(here, BRANCH).away('李建国', '王小梅', '2026-04-15');
	await 陈敏.announces('例会 11月12日下午3点 高新区两新党委');
	await 李建国.announces('主题党日 10月25日上午10点 二楼');
	const before = heardBy(here);

	// Where nothing waits the machine just runs on.
	for (let day = shanghai('2026-09-29 00:05'); day < shanghai('2027-01-01 00:00'); day += 24 * 3_600_000) {
		await here.pass(day - here.running.clock.now());
		if (!(await reminders(here)).some(({ state }) => state === 'waiting')) continue;
		for (const hour of [0, 1, 6, 8, 8.4, 8.5, 8.6, 12, 18, 21]) here = await restart(day + hour * 3_600_000);
	}

	const told = (await reminders(here)).map(
		({ name, rule, step, dueOn, state, cause }) => `${name} ${rule} ${step} ${dueOn} ${cause ?? state}`,
	);
	expect(told.toSorted()).toEqual(
		[
			// Both were due before they were entered, or on the day of the transfer.
			'李建国 transfer.due heads-up 2026-09-15 sent',
			'李建国 contact.due time-1 2026-10-15 sent',
			'李建国 meeting.plan quarter 2026-10-08 sent',
			'李建国 transfer.due due 2026-10-15 sent',
			'陈敏 transfer.due due 2026-10-15 sent',
			'张三 meeting.ahead last 2026-10-24 sent',
			'王小梅 meeting.ahead last 2026-10-24 sent',
			'李建国 meeting.ahead last 2026-10-24 sent',
			'李建国 meeting.roll roll 2026-10-26 sent',
			...[
				'week-1 2026-10-22',
				'week-2 2026-10-29',
				'week-3 2026-11-05',
				'week-4 2026-11-12',
				'month-1 2026-12-12',
			].flatMap((step) => [`李建国 transfer.due ${step} sent`, `陈敏 transfer.due ${step} sent`]),
			'李建国 meeting.ahead first 2026-10-29 sent',
			'李建国 meeting.ahead second 2026-11-09 sent',
			'李建国 meeting.ahead last 2026-11-11 sent',
			'陈敏 meeting.roll roll 2026-11-13 sent',
			'李建国 meeting.unplanned unplanned 2026-11-20 sent',
			'李建国 meeting.unplanned unplanned 2026-12-01 sent',
			'李建国 meeting.unplanned unplanned 2026-12-21 sent',
		].toSorted(),
	);

	// As many messages as were handed over, no more: one digest a day, single ones for members.
	const turns = (await reminders(here)).map(({ name, turn }) => `${name} ${turn}`);
	const messages = NAMES.map((name) => new Set(turns.filter((turn) => turn.startsWith(name))).size);
	expect(heardBy(here).map((count, index) => count - (before[index] ?? 0))).toEqual(messages);

	for (const { id, name } of await reminders(here)) {
		const reason = await forge(here, here.person(name), 'why', { reminder: String(id) });
		expect(reason).toContain('依据');
	}
	await waitUntil(here, '2027-01-04 09:00');
	expect(here.person('陈敏').reads()).toContain('高新区两新党委：本季度要安排党务工作者例会');
});
