import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTown, type Town } from '../town/town.ts';

let town: Town;
let log: string[];
beforeEach(async () => {
	log = [];
	town = await openTown({ log: (line) => log.push(line) });
	await town.person('张三').says('你好');
});
afterEach(() => town.close());

const path = (name: string) => join(town.dataDir, name);
const ready = async () => (await fetch(`${town.running.url}/readyz`)).json();

async function acknowledged(): Promise<number | undefined> {
	const { openId, desk } = town.person('张三');
	return (await town.feishu.say(openId, desk, '帮助'))?.status;
}

test.each(['town.db', 'town.db-wal', 'lock.db'])(
	'%s moved away under the process: nothing is acknowledged until it is back',
	async (name) => {
		expect(await acknowledged()).toBe(200);
		renameSync(path(name), path('elsewhere'));
		expect(await acknowledged()).toBe(503);
		expect(await ready()).toMatchObject({ reason: `database-file-gone: ${name}` });
		expect(await (await fetch(`${town.running.url}/metrics`)).text()).toContain(
			'zhibu_operator_news{code="database-file-gone"} 1',
		);
		renameSync(path('elsewhere'), path(name));
		expect(await acknowledged()).toBe(200);
		expect(await ready()).toMatchObject({ status: 'ready', checks: { files: 'ok' } });
		expect(log.filter((line) => line.includes('"database-file-gone"'))).toHaveLength(1);
		expect(log.join('\n')).toContain('database-file-gone-over');
	},
);

test('a file put in the place of another is not the one that was opened', async () => {
	rmSync(path('lock.db'));
	writeFileSync(path('lock.db'), '');
	expect(await acknowledged()).toBe(503);
	expect(await ready()).toMatchObject({ reason: 'database-file-gone: lock.db' });
});

test('an idle process notices by itself', async () => {
	rmSync(path('lock.db'));
	await expect.poll(() => log.join('\n'), { timeout: 10_000 }).toContain('database-file-gone');
});
