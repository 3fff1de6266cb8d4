import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../town/actor.ts';
import { plain } from '../town/plain.ts';
import { openTown, type Town } from '../town/town.ts';
import { type Branch, foundBranch } from './branch.ts';
import { everything } from './broken.ts';

/** How to reach somebody, why it came back and why it is put off: to be found nowhere in the clear but with who may know. */
const CONTACTS = ['13812345678', 'haitun_7788'];
const REASONS = ['髋关节置换', '抬头写成幼儿园'];
const PLANTED = [...CONTACTS, ...REASONS];
/** Where somebody is and goes to, which more people may know. */
const WHERE = ['深圳', '上海', '南山科技党支部'];

let town: Town;
let branch: Branch;
let away: Actor;
let bystanders: readonly Actor[];
const log: string[] = [];

beforeAll(async () => {
	town = await openTown({ log: (line) => log.push(line) });
	branch = await foundBranch(town, 4);
	const [one, ...others] = branch.members;
	if (!one) throw new Error('too few people');
	away = one;
	bystanders = others;
	await busyDay(branch);
});
afterAll(() => town.close());

async function busyDay({ officer, group, members }: Branch): Promise<void> {
	const [, two, three] = members;
	if (!two || !three) throw new Error('too few people');
	await officer.says(`设为 书记 @${officer.name}`, group);
	await away.says('流动登记 深圳 7月1日起 13812345678', group);
	await away.says('流动登记 13812345678');
	await away.says('深圳');
	await away.says('7月1日');
	await away.taps('同意，登记');
	await away.says('流动登记 微信 haitun_7788');
	await away.says('撤回');
	await away.says('流动登记 微信 haitun_7788');
	await two.says('流动登记 上海 7月1日 13812345678');
	await two.taps('不登记');
	await officer.says(`流动 ${away.name}`);
	await officer.says('流动');
	await officer.says(`转接 暂不转 ${away.name} 髋关节置换`, group);
	await officer.says(`转接 暂不转 ${away.name} 髋关节置换`);
	await officer.says(`转接 发起 ${away.name} 到 南山科技党支部`);
	await officer.says('转接 介绍信 #1');
	await officer.says('转接 退回 #1');
	await officer.says('抬头写成幼儿园');
	await officer.says('转接 #1');
	town.feishu.setFaults({ busy: 0.3, lost: 0.3, badGateway: 0.2 });
	await officer.says(`流动 ${away.name}`);
	town.feishu.setFaults({ busy: 0, lost: 0, badGateway: 0 });
	await town.settle();
}

test('the words were really there: who may has read them', () => {
	const read = branch.officer.heard().join();
	for (const word of ['haitun_7788', '深圳', '南山科技党支部', ...REASONS]) expect(read).toContain(word);
	expect(away.heard().join()).toContain('13812345678');
});

test('they are in no group and in nobody else’s chat', () => {
	const said = town.feishu
		.messages(branch.group)
		.filter(({ from }) => from === 'bot')
		.map(plain);
	const others = bystanders.flatMap((each) => each.heard()).filter((text) => !text.includes('上海'));
	for (const word of PLANTED) for (const text of [...said, ...others]) expect(text).not.toContain(word);
});

test('they are nowhere in the clear on the disk, and in no line of the log', () => {
	const files = readdirSync(town.dataDir)
		.map((name) => join(town.dataDir, name))
		.filter((path) => statSync(path).size > 0 && !path.endsWith('lock.db'));
	expect(files.some((path) => path.endsWith('-wal'))).toBe(true);
	const rows = JSON.stringify(everything(town));
	for (const word of [...PLANTED, ...WHERE]) {
		expect(files.filter((path) => readFileSync(path).includes(word))).toEqual([]);
		expect(rows).not.toContain(word);
		expect(log.join('\n')).not.toContain(word);
	}
	expect(rows).toContain('红星机械党支部');
});

test('a locked phone shows nobody’s name', () => {
	const people = [branch.officer, ...branch.members];
	for (const { desk } of people)
		for (const { from, content } of town.feishu.messages(desk)) {
			const card: unknown = JSON.parse(content);
			if (from !== 'bot' || typeof card !== 'object' || card === null || !('config' in card)) continue;
			const shown = JSON.stringify(card.config);
			for (const { name } of people) expect(shown).not.toContain(name);
			expect(shown).not.toMatch(/困难|维权|党员/);
		}
});
