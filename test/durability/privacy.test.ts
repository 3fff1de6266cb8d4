import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../town/actor.ts';
import { plain } from '../town/plain.ts';
import { APP, openTown, type Town } from '../town/town.ts';
import { type Branch, foundBranch } from './branch.ts';
import { everything, withBroken } from './broken.ts';

/** Said in private as the reason for a leave; it must be found nowhere in the clear. */
const PLANTED = '髋关节置换';

let town: Town;
let branch: Branch;
const log: string[] = [];
const texts: string[] = [];

beforeAll(async () => {
	town = await openTown({ log: (line) => log.push(line), overrides: { repertoire: withBroken } });
	branch = await foundBranch(town, 6);
	await busyDay(branch);
});
afterAll(() => town.close());

/** Everything in which the word comes near the database, the log, or a group. */
async function busyDay({ officer, members, group }: Branch): Promise<void> {
	const [one, two, three, four] = members;
	if (!one || !two || !three || !four) throw new Error('too few people');
	const say = async (who: Actor, text: string, chat = who.desk) => {
		texts.push(text);
		return who.says(text, chat);
	};
	const announce = async (text: string) => {
		texts.push(text);
		await officer.announces(text);
	};
	await officer.says(`设为 书记 @${officer.name}`, group);
	await announce('会议 12月10日下午3点 二楼会议室 学习');
	await say(one, `请假 ${PLANTED}`);
	await say(two, `请假 ${PLANTED}`, group);
	await say(officer, `代 ${three.name} 请假 ${PLANTED}`);
	expect(await say(officer, '会议 #1')).toContain(PLANTED);
	await say(officer, '会议');
	expect(await officer.taps('12月10日')).toContain(PLANTED);
	await say(four, '参加');
	await say(one, '撤回');
	await say(one, `请假 ${PLANTED}`);
	await announce('会议 12月20日下午3点 三楼会议室 党课');
	await say(two, `请假 ${PLANTED}`);
	await say(three, `坏掉 ${PLANTED}`);
	await say(three, `名册 添加 ${PLANTED}`);
	await say(officer, '名册 添加');
	await say(officer, `王小${PLANTED} 李${PLANTED}`);
	town.feishu.setFaults({ busy: 0.3, lost: 0.3, badGateway: 0.2 });
	await say(four, `请假 #1 ${PLANTED}`);
	town.feishu.setFaults({ busy: 0, lost: 0, badGateway: 0 });
	await fetch(`${town.running.url}/lark/events`, { method: 'POST', body: PLANTED });
	await town.settle();
}

function files(): string[] {
	const all = readdirSync(town.dataDir).map((name) => join(town.dataDir, name));
	return all.filter((path) => statSync(path).size > 0 && !path.endsWith('lock.db'));
}

test('the word was really there: the officer has read it', () => {
	expect(branch.officer.heard().join()).toContain(PLANTED);
	expect(JSON.stringify(everything(town).attendance)).toContain('leave');
	expect(everything(town).poison).toHaveLength(1);
});

test('a reason is in no message of a group', () => {
	const said = town.feishu.messages(branch.group).filter(({ from }) => from === 'bot');
	expect(said.length).toBeGreaterThan(0);
	for (const message of said) expect(plain(message)).not.toContain(PLANTED);
});

test('a reason is nowhere in the clear on the disk, the write-ahead log included', () => {
	expect(files().some((path) => path.endsWith('-wal'))).toBe(true);
	const leaks = files().filter((path) => readFileSync(path).includes(PLANTED));
	expect(leaks).toEqual([]);
	const rows = Object.entries(everything(town)).filter(([, all]) => JSON.stringify(all).includes(PLANTED));
	expect(rows.map(([table]) => table)).toEqual([]);
});

test('neither the log nor the metrics name anybody, quote anything or tell a secret', async () => {
	const metrics = await (await fetch(`${town.running.url}/metrics`)).text();
	const written = `${log.join('\n')}\n${metrics}`;
	expect(log.length).toBeGreaterThan(1);
	const secrets = [APP.appSecret, APP.encryptKey, APP.verificationToken, town.running.officerCode ?? '-'];
	const people = [...town.people.values()].flatMap(({ name, openId, desk }) => [name, openId, desk]);
	const quotes = texts.filter((text) => text.length > 2);
	for (const word of [PLANTED, ...secrets, ...people, ...quotes, branch.group, '红星机械'])
		expect(written.includes(word), word).toBe(false);
	expect(written).not.toMatch(/\b(ou|oc|om|on)_[0-9a-f]{6}|\bt-[0-9a-f]{8}|Bearer/);
	for (const line of log) expect(() => JSON.parse(line)).not.toThrow();
});
