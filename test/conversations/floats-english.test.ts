import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, type Town } from '../town/town.ts';

let town: Town;
beforeAll(async () => {
	town = await openTown({ locale: 'en' });
});
afterAll(() => town.close());

test('away and transferred, in English', async () => {
	const [min, lee, zhang] = [town.person('Min Chen'), town.person('Lee Wong'), town.person('Zhang San')];
	const group = town.group('Starlight', [min, lee, zhang]);
	await min.says(`admin code ${town.running.officerCode}`);
	await min.says('branch bind Starlight Party Branch', group);
	await min.says('appoint secretary @Lee Wong', group);
	await lee.says('roster add\nLee Wong\nZhang San');
	await lee.taps('add 2 people');
	expect(await zhang.says('float Shenzhen since 1 May 13800000000')).toContain('Do you agree?');
	expect(await zhang.taps('Agree and register')).toContain('13800000000');
	expect(await lee.says('floats')).toContain('Zhang San　floating · Shenzhen');
	expect(await lee.says('contacted Zhang San yesterday')).toContain('Noted: in touch');
	await lee.says('transfer start Zhang San');
	expect(await lee.says('Nanshan Party Branch')).toContain('Transfer begun #1');
	expect(await min.says('transfer letter #1 60 days')).toContain('Noted: letter written #1');
	expect(await lee.says('transfer receive #1')).toContain('Noted: accepted #1');
	expect(await lee.says('transfer done #1')).toContain('can’t be taken back');
	expect(await lee.taps('close it')).toContain('Transfer done #1');
	expect(await lee.says('todo')).toContain('Nothing');
	for (const said of [...min.heard(), ...lee.heard(), ...zhang.heard()])
		expect(said.replace(/“[^”]*”/g, '')).not.toMatch(/undefined|\{\w+\}/);
});

test('what is called off, or not done, is answered in English too', async () => {
	const zhang = town.person('Zhang San');
	const before = zhang.heard().length;
	expect(await zhang.says('take on #1 not')).toContain('[How to use “take on”]');
	expect(await zhang.says("I'm not back")).toContain('nothing was done');
	expect(await zhang.says('float Shenzhen since 1 July')).toContain('“float incoming”');
	expect(await zhang.says('float incoming')).not.toMatch(/undefined|\{\w+\}/);
	expect(await zhang.says('never mind')).toBe('All right, nothing was noted.');
	expect(zhang.heard().slice(before).join()).not.toMatch(/[我来办返回流入]{2}/);
});
