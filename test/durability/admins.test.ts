import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Feishu, openFeishu } from '../../sandbox/platform/index.ts';
import { APP, openTown, START, type Town } from '../town/town.ts';

/** BOT_ADMINS from one start to the next. */

const open_id = (name: string) => `ou_${Buffer.from(name).toString('hex')}`;
const NAMES = ['陈敏', '刘洋', '张三'] as const;

let town: Town | undefined;
let feishu: Feishu;
let dataDir: string;
let log: string[];
beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'zhibu-admins-'));
	feishu = await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => `${town?.running.url ?? ''}/lark/events`,
		now: () => town?.running.clock.now() ?? START,
		retryAfterMs: [],
	});
});
afterEach(async () => {
	await town?.close();
	town = undefined;
	await feishu.close();
	rmSync(dataDir, { recursive: true });
});

/** Off and on again, with these in the setting. */
async function restart(...admins: readonly (typeof NAMES)[number][]): Promise<Town> {
	await town?.close();
	log = [];
	town = await openTown({
		dataDir,
		feishu,
		log: (line) => void log.push(line),
		overrides: { admins: admins.map(open_id) },
	});
	for (const name of NAMES) town.person(name);
	return town;
}

const told = () => log.filter((line) => line.includes('admins-differ')).map((line) => JSON.parse(line));

test('a code that waits is void at the start that names an officer in the settings', async () => {
	const { officerCode } = (await restart()).running;
	expect(officerCode).toMatch(/^\d{6}$/);
	const here = await restart('陈敏');
	expect(here.running.officerCode).toBeUndefined();
	expect(await here.person('张三').says(`管理码 ${officerCode}`)).toContain('已经失效');
	expect(await here.person('陈敏').says('支部 列表')).toContain('还没有支部');
});

test('a code that waits is good after a restart, which prints no other', async () => {
	const { officerCode } = (await restart()).running;
	const here = await restart();
	expect(here.running.officerCode).toBeUndefined();
	expect(await here.person('陈敏').says(`管理码 ${officerCode}`)).toContain('您现在是组织员了');
});

test('whoever was dismissed stays dismissed, and the log says once that the setting differs', async () => {
	const first = await restart('陈敏', '刘洋');
	expect(told()).toEqual([]);
	const group = first.group('党务群', [first.person('陈敏'), first.person('刘洋')]);
	await first.person('陈敏').says('卸任 @刘洋', group);
	await first.person('陈敏').taps('登记卸任');

	const second = await restart('陈敏', '刘洋');
	expect(await second.person('刘洋').says('支部 列表')).toContain('由支部书记或组织员来办');
	expect(told()).toMatchObject([{ namedButDismissed: 1, officersNotNamed: 0 }]);
	expect(JSON.stringify(told())).not.toContain('ou_');
	await restart('陈敏', '刘洋');
	expect(told()).toEqual([]);
	// The setting follows the roles, and then falls behind them anew.
	await restart('陈敏');
	expect(told()).toEqual([]);
	await restart('陈敏', '刘洋');
	expect(told()).toMatchObject([{ namedButDismissed: 1, officersNotNamed: 0 }]);
});

test('whoever is named for the first time becomes officer, and whoever is named no more stays it', async () => {
	await restart('陈敏');
	const here = await restart('刘洋');
	expect(await here.person('刘洋').says('支部 列表')).toContain('还没有支部');
	expect(await here.person('陈敏').says('支部 列表')).toContain('还没有支部');
	expect(told()).toMatchObject([{ namedButDismissed: 0, officersNotNamed: 1 }]);
});
