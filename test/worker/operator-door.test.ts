import { afterEach, expect, test } from 'vitest';
import { operatorAnswers } from '../../src/runtime/asked.ts';
import { openTown, type Town } from '../town/town.ts';
import { plans } from './main.ts';
import { type HeldObject, hold } from './object.ts';

const TOKEN = 'a token of the operator, long enough';

let town: Town;
afterEach(() => town.close());

/** The object, started with this token in its settings. */
async function open(token: string | undefined): Promise<HeldObject> {
	town = await openTown();
	const object = hold(town.dataDir);
	const plan = plans.get(town.dataDir);
	const { settings = await object.bare((zhibu) => zhibu.settings()) } = plan ?? {};
	plans.set(town.dataDir, { ...plan, settings: { ...settings, BOT_OPERATOR_TOKEN: token } });
	await object.evict();
	return object;
}

/** The body is read to its end: an answer that stays open keeps the object from being put away. */
async function ask(object: HeldObject, path: string, authorization?: string, method = 'POST') {
	const headers = authorization === undefined ? undefined : { authorization };
	const answer = await object.fetch(new Request(`http://zhibu.test/operator/${path}`, { method, headers }));
	return { status: answer.status, body: await answer.text() };
}

test('with the token another code, good until somebody is officer', async () => {
	const object = await open(TOKEN);
	const answer = await ask(object, 'officer-code', `Bearer ${TOKEN}`);
	expect(answer.status).toBe(200);
	const { code } = operatorAnswers['officer-code'].parse(JSON.parse(answer.body));
	expect(code).toMatch(/^\d{6}$/);
	const 陈敏 = town.person('陈敏');
	if (code !== town.running.officerCode)
		expect(await 陈敏.says(`管理码 ${town.running.officerCode}`)).toContain('管理码不对');
	expect(await 陈敏.says(`管理码 ${code}`)).toContain('您现在是组织员了');
	const { body } = await ask(object, 'clock', `Bearer ${TOKEN}`);
	const clock = operatorAnswers.clock.parse(JSON.parse(body));
	expect(clock.bot).toBeGreaterThanOrEqual(clock.floor);
});

test.each([
	undefined,
	'',
	'Bearer ',
	'Bearer undefined',
	TOKEN,
	`Bearer ${TOKEN}.`,
	`Bearer ${TOKEN.slice(0, -1)}`,
	`bearer ${TOKEN}`,
])('«%s» is refused, and the code that waits stays', async (authorization) => {
	const object = await open(TOKEN);
	for (const path of ['officer-code', 'clock', 'nothing'])
		expect((await ask(object, path, authorization)).status).toBe(401);
	expect(await town.person('陈敏').says(`管理码 ${town.running.officerCode}`)).toContain('您现在是组织员了');
});

test('nothing else is there, and nothing without the method', async () => {
	const object = await open(TOKEN);
	expect((await ask(object, 'nothing', `Bearer ${TOKEN}`)).status).toBe(404);
	expect((await ask(object, 'officer-code', `Bearer ${TOKEN}`, 'GET')).status).toBe(404);
});

test('without the setting there is no such route', async () => {
	const object = await open(undefined);
	for (const authorization of [undefined, '', 'Bearer ', 'Bearer undefined', `Bearer ${TOKEN}`])
		expect((await ask(object, 'officer-code', authorization)).status).toBe(404);
});
