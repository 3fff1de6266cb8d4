import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, type Town } from '../town/town.ts';

let town: Town;
beforeAll(async () => {
	town = await openTown({ locale: 'en' });
});
afterAll(() => town.close());

test('help in English, from the first word to the end', async () => {
	const [min, zhang] = [town.person('Min Chen'), town.person('Zhang San')];
	await min.says(`admin code ${town.running.officerCode}`);
	expect(await zhang.says('ask my wages are unpaid')).toContain('Where do you work?');
	expect(await zhang.taps('Rather not')).toContain('Who shall help you?');
	expect(await zhang.taps('The committee above')).toContain('Received, number 1.');
	expect(min.reads()).toContain('Labour rights');
	expect(await min.says('take on #1')).toContain('my wages are unpaid');
	await min.says('reply #1 please bring the contract');
	expect(zhang.reads()).toContain('please bring the contract');
	expect(await zhang.says('reply #1 it is in the office')).toContain('passed on');
	expect(await zhang.says('tickets')).toContain('number 1 · Labour rights · being dealt with');
	expect(await min.says('pass on #1')).toContain('Nobody else');
	await min.says('resolve #1');
	expect(await zhang.says('reopen #1 no answer yet')).toContain('taken it on');
	await min.taps('Settled');
	expect(await zhang.says('satisfied #1')).toContain('settled');
	expect(await zhang.says("I can't go on")).toContain('Are you asking for help?');
	expect(await zhang.says('I want to die')).toContain('12356');
	for (const said of [...min.heard(), ...zhang.heard()]) {
		expect(said.replace(/“[^”]*”/g, '')).not.toMatch(/undefined|\{\w+\}/);
		if (/number \d/.test(said)) expect(said).not.toMatch(/\p{Script=Han}/u);
	}
});
