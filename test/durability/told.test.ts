import { afterEach, expect, test } from 'vitest';
import { newsStanding } from '../../db/operator.ts';
import { settle, tell } from '../../src/bot/operator.ts';
import { countMachines } from '../../src/runtime/node/line.ts';
import { openSocket, type Socket } from '../lark/socket.ts';
import { APP, openTown, type Town } from '../town/town.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OFFICER = `ou_${Buffer.from('王芳').toString('hex')}`;

const towns: Town[] = [];
afterEach(async () => {
	for (const town of towns.splice(0)) await town.close();
});

const sockets: Socket[] = [];
afterEach(async () => {
	for (const socket of sockets.splice(0)) await socket.close();
});

async function withOfficer(options: Parameters<typeof openTown>[0] = {}) {
	const lines: string[] = [];
	const town = await openTown({
		log: (line) => lines.push(line),
		...options,
		overrides: { admins: [OFFICER], ...options.overrides },
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

test('that nothing could be sent is told once it can, whatever settled before an officer could hear', async () => {
	const { town, told, tell, settle } = await withOfficer();
	await tell('sending-refused', { code: '230006' });
	await town.pass(MINUTE);
	expect(told()).toEqual([]);
	await settle('sending-refused');
	await town.pass(MINUTE);
	expect(told()).toHaveLength(1);
	expect(told()[0]).toContain('有一段时间不让我发消息');
	await town.pass(2 * DAY);
	expect(told()).toHaveLength(1);
});

test('it is remembered over a restart, stands in the metrics and keeps readyz from saying yes', async () => {
	const { town, told, tell } = await withOfficer();
	await tell('line-refused', { code: '514' });
	await tell('two-machines', { count: 2 });
	await town.pass(MINUTE);
	const url = town.running.url;
	const refused = await fetch(`${url}/readyz`);
	expect(refused.status).toBe(503);
	expect(await refused.json()).toMatchObject({ status: 'not ready', reason: 'line-refused' });
	const metrics = await (await fetch(`${url}/metrics`)).text();
	expect(metrics).toContain('zhibu_operator_news{code="line-refused"} 1');
	expect(told()).toHaveLength(1);
	await town.running.stop();

	// The webhook has no line: what was wrong with it is over.
	const again = await openTown({ feishu: town.feishu, dataDir: town.dataDir });
	expect((await fetch(`${again.running.url}/readyz`)).status).toBe(200);
	await again.close();
	towns.splice(0);
	await town.feishu.close();
});

test('what was told is not told again after a restart', async () => {
	const { town, told, tell } = await withOfficer();
	await tell('names-withheld', { code: 'name-withheld', errand: 'name-account' });
	await town.pass(MINUTE);
	expect(told()).toHaveLength(1);
	await town.running.stop();
	const again = await openTown({ feishu: town.feishu, dataDir: town.dataDir });
	expect(await again.look((db) => newsStanding(db).map(({ code }) => code))).toEqual(['names-withheld']);
	await again.pass(2 * DAY);
	expect(told()).toHaveLength(1);
	await again.close();
	towns.splice(0);
	await town.feishu.close();
});

test('a second machine of the same app is told, until there is one again', async () => {
	const socket = await openSocket();
	sockets.push(socket);
	let machines = 2;
	let counted = 0;
	const connections = async () => {
		counted += 1;
		return { ok: true, value: machines } as const;
	};
	const { town, told, lines } = await withOfficer({
		overrides: { mode: 'long-connection', connection: { ...APP, domain: socket.url } },
		between: (platform) => ({ ...platform, connections }),
	});
	const ready = async () => (await fetch(`${town.running.url}/readyz`)).status;
	await expect.poll(ready, { timeout: 10_000 }).toBe(200);
	await town.pass(MINUTE);
	expect(counted).toBe(0);
	await town.pass(MINUTE);
	expect(counted).toBe(1);
	// What is found after a knock is told by the next.
	await town.pass(MINUTE);
	expect(told()).toEqual([expect.stringContaining('有2台机器')]);
	expect(lines.some((line) => line.includes('"msg":"two-machines"'))).toBe(true);
	expect(await ready()).toBe(200);

	machines = 1;
	await town.pass(6 * HOUR - 2 * MINUTE);
	expect(counted).toBe(1);
	await town.pass(MINUTE);
	expect(counted).toBe(2);
	expect(await town.look(newsStanding)).toEqual([]);
	socket.cut();
	await expect.poll(ready, { interval: 10, timeout: 10_000 }).toBe(503);
	await expect.poll(ready, { timeout: 10_000 }).toBe(200);
	await town.pass(2 * MINUTE);
	expect(counted).toBe(3);
});

test('that nobody tells how many machines there are is no news', async () => {
	const { town } = await withOfficer();
	const refused = { ok: false, fault: { kind: 'operator', code: '99991672' } } as const;
	await countMachines(town.running.bot, { connections: async () => refused });
	expect(await town.look(newsStanding)).toEqual([]);
});
