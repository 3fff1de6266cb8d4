import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from '../conversations/stage.ts';
import { plain } from '../town/plain.ts';

let stage: Stage;
const log: string[] = [];
beforeEach(async () => {
	log.length = 0;
	stage = await openStage({ log: (line) => log.push(line) });
});
afterEach(() => stage.town.close());

test('what was written is read by requester and assignee alone', async () => {
	const { town, 张三, 陈敏, 李建国, 王小梅, 路人, group } = stage;
	const [story, word, answer] = ['髋关节置换', '轮椅租赁', '残联补贴'];
	await 张三.says(`求助 医疗 ${story}`);
	await 张三.taps('上级党委');
	await 李建国.says('求助单');
	await 陈敏.says('求助单');
	expect(陈敏.heard().join()).not.toContain(story);
	await 陈敏.taps('我来办');
	await 张三.says(`回复 #1 ${word}`);
	await 陈敏.says(`回复 #1 ${answer}`);
	await 路人.says(`回复 #1 ${word}吗`);
	await 李建国.says('还差什么');
	await 陈敏.says('求助单');
	await 陈敏.taps('看编号1');
	await 陈敏.says('办结');
	await 张三.says(`重开 #1 ${word}还没到`);
	expect(陈敏.heard().join()).toContain(story);
	expect(张三.heard().join()).toContain(answer);
	const secrets = [story, word, answer];
	const elsewhere = [李建国, 王小梅, 路人].flatMap((each) => each.heard());
	const inGroup = town.feishu
		.messages(group)
		.filter(({ from }) => from === 'bot')
		.map(plain);
	const metrics = await (await fetch(`${town.running.url}/metrics`)).text();
	const written = [...elsewhere, ...inGroup, ...log, metrics].join('\n');
	for (const secret of secrets) expect(written.includes(secret), secret).toBe(false);
	const files = readdirSync(town.dataDir)
		.map((name) => join(town.dataDir, name))
		.filter((path) => statSync(path).isFile());
	const leaks = files.filter(
		(path) => !path.endsWith('lock.db') && secrets.some((secret) => readFileSync(path).includes(secret)),
	);
	expect(files.some((path) => path.endsWith('-wal'))).toBe(true);
	expect(leaks).toEqual([]);
});
