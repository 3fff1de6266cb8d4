import { afterEach, expect, test } from 'vitest';
import { newsStanding } from '../../db/operator.ts';
import { settle, tell } from '../../src/bot/operator.ts';
import { countMachines } from '../../src/runtime/node/line.ts';
import { openTown, type Town } from '../town/town.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OFFICER = `ou_${Buffer.from('王芳').toString('hex')}`;

const towns: Town[] = [];
afterEach(async () => {
	for (const town of towns.splice(0)) await town.close();
});

async function withOfficer(options: Parameters<typeof openTown>[0] = {}) {
	const lines: string[] = [];
	const town = await openTown({
		log: (line) => lines.push(line),
		...options,
		overrides: { admins: [OFFICER] },
	});
	towns.push(town);
	const officer = town.person('王芳');
	const { chatId } = town.feishu.privateChat(officer.openId);
	const told = () =>
		town.feishu
			.messages(chatId)
			.filter(({ from }) => from === 'bot')
			.map(({ content }) => content);
	const { bot } = town.running;
	return {
		town,
		told,
		lines,
		tell: (...news: [Parameters<typeof tell>[1], Parameters<typeof tell>[2]]) =>
			bot.store.commit(() => tell(bot, ...news)),
		settle: (code: Parameters<typeof tell>[1]) => bot.store.commit(() => settle(bot, code)),
	};
}

test('what stands is told once, all of a day in one message, and again only after it was over', async () => {
	const { town, told, lines, tell, settle } = await withOfficer();
	await tell('two-machines', { count: 2 });
	await tell('two-machines', { count: 2 });
	await tell('line-refused', { code: '514' });
	await town.pass(MINUTE);
	expect(told()).toHaveLength(1);
	expect(told()[0]).toContain('有2台机器');
	expect(told()[0]).toContain('LARK_APP_SECRET');
	expect(lines.filter((line) => line.includes('"msg":"two-machines"'))).toHaveLength(1);

	await town.pass(2 * DAY);
	expect(told()).toHaveLength(1);
	await settle('two-machines');
	await tell('two-machines', { count: 3 });
	await town.pass(MINUTE);
	expect(told()).toHaveLength(2);
	expect(told()[1]).toContain('有3台机器');
	expect(told()[1]).not.toContain('LARK_APP_SECRET');
});

test('a second thing on the same day waits for the next one, and what mended itself is not told', async () => {
	const { town, told, tell, settle } = await withOfficer();
	await tell('line-down', { code: 'cut' });
	await town.pass(MINUTE);
	await settle('line-down');
	await town.pass(10 * MINUTE);
	expect(told()).toEqual([]);
	await tell('two-machines', { count: 2 });
	await town.pass(MINUTE);
	await tell('line-refused', { code: '514' });
	await town.pass(MINUTE);
	expect(told()).toHaveLength(1);
	await town.pass(DAY);
	expect(told()).toHaveLength(2);
});

test('it is remembered over a restart, stands in the metrics and keeps readyz from saying yes', async () => {
	const { town, told, tell } = await withOfficer();
	await tell('line-refused', { code: '514' });
	await town.pass(MINUTE);
	const url = town.running.url;
	expect((await fetch(`${url}/readyz`)).status).toBe(503);
	expect(await (await fetch(`${url}/metrics`)).text()).toContain(
		'zhibu_operator_news{code="line-refused"} 1',
	);
	await town.running.stop();

	const again = await openTown({ feishu: town.feishu, dataDir: town.dataDir });
	expect(await again.look((db) => newsStanding(db).map(({ code }) => code))).toEqual(['line-refused']);
	await again.pass(2 * DAY);
	expect(told()).toHaveLength(1);
	await again.close();
	towns.splice(0);
	await town.feishu.close();
});

test('a second machine of the same app is told, until there is one again', async () => {
	const { town, told } = await withOfficer();
	const { bot } = town.running;
	const count = (value: number) =>
		countMachines(bot, { connections: async () => ({ ok: true, value }) as const });
	await count(2);
	await town.pass(MINUTE);
	expect(told()).toEqual([expect.stringContaining('有2台机器')]);
	await count(1);
	expect(await town.look(newsStanding)).toEqual([]);
});
