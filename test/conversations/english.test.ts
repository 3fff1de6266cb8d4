import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { openTown, type Town } from '../town/town.ts';

let town: Town;
beforeAll(async () => {
	town = await openTown({ locale: 'en' });
});
afterAll(() => town.close());

test('a short walk in English', async () => {
	const [min, lee, zhang] = [town.person('Min Chen'), town.person('Lee Wong'), town.person('Zhang San')];
	const group = town.group('Starlight', [min, lee, zhang]);
	expect(await min.says(`admin code ${town.running.officerCode}`)).toContain('officer');
	expect(await min.says('branch bind Starlight Party Branch', group)).toContain('Starlight Party Branch');
	expect(await min.says('appoint secretary @Lee Wong', group)).toContain('Lee Wong');
	await lee.says('roster add\nLee Wong\nZhang San');
	expect(await lee.taps('add 2 people')).toContain('Zhang San');
	expect(await lee.announces('meeting 2026-12-01 15:00 online')).toContain('#1');
	expect(await zhang.says('yes')).toContain('Noted');
	expect(await zhang.says('can i leave?')).not.toContain('Noted');
	expect(await zhang.says('leave on a business trip')).toContain('business trip');
	expect(await lee.says('stats')).not.toMatch(/\p{Script=Han}/u);
	expect(await lee.says('help')).toContain('Roster');
	expect(await zhang.says('undo')).toContain('Undone');
	for (const said of [...lee.heard(), ...zhang.heard(), ...zhang.heard(group)])
		expect(said.replace(/“[^”]*”/g, '')).not.toMatch(/undefined|\{\w+\}/);
});

const examples = zhibu.help.flatMap(({ english = [] }) => english);

test.each(examples)('«%s» works as the English help writes it', async (line) => {
	const said = await town.person('Lee Wong').says(line);
	const heard = said.replace(/^These work too.*$/m, '');
	expect(heard).not.toMatch(/did not understand|could not read|went wrong|\p{Script=Han}/u);
	expect(heard).not.toBe('');
});

test('the help shows a reader of English English lines to copy', async () => {
	const lee = town.person('Lee Wong');
	expect(await lee.says('help leave')).toContain('leave on a business trip');
	expect(await lee.says('help stats')).toContain('stats Q3');
});
