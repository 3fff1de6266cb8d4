import { afterEach, expect, test } from 'vitest';
import { tell } from '../durability/row.ts';
import { openTown, type Town } from '../town/town.ts';
import { hold } from './object.ts';

let town: Town;
afterEach(() => town.close());

test('connections cut before and after the work: each message arrives, and once', async () => {
	town = await openTown();
	const object = hold(town.dataDir);
	const people = Array.from({ length: 40 }, (_, number) => town.person(`第${number}人`));
	town.feishu.setFaults({ dropped: 0.2, lost: 0.2 });
	await object.within(async () => {
		for (const person of people) await tell(town, person, `给${person.name}`);
	});
	await town.settle();
	for (const person of people) expect(person.heard()).toEqual([`给${person.name}`]);
	expect(town.feishu.wire().some(({ status }) => status === 0)).toBe(true);
});
