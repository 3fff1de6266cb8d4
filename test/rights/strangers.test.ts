import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { register } from '../../db/floats.ts';
import { enrol } from '../../db/roster.ts';
import { begin } from '../../db/transfers.ts';
import type { Command } from '../../src/bot/command.ts';
import { partOf, TREE } from './cast.ts';
import { type Outcome, write } from './forged.ts';
import { type House, openHouse } from './house.ts';
import type { Somebody } from './tree.ts';
import { type World, worldOf } from './world.ts';

/** Two whom the speaker does not look after: one lives in X and has one of everything, of the other nobody has ever heard. */
const ELSEWHERE = { name: '钱远', account: 'ou_elsewhere' };
const NOWHERE = { name: '钱近', account: 'ou_nowhere' };

let house: House;
let before: World = new Map();
beforeAll(async () => {
	house = await openHouse();
	const { tree, town } = house;
	const { bot, clock } = town.running;
	const at = clock.now() - 60_000;
	const act = { turn: 'elsewhere', by: tree.one('own secretary').id, command: 'roster.add', at, saidAt: at };
	await bot.store.commit(() => {
		const x = { id: tree.node('x'), name: TREE.x.name };
		for (const openId of [ELSEWHERE.account, undefined]) {
			const entry = { name: ELSEWHERE.name, standing: 'full' as const, openId };
			// The one without an account bears the same name: a typed name may mean both.
			const { person } = enrol(bot.db, act, x.id, entry);
			const whose = { personId: person.id, branchId: x.id };
			if (openId === undefined) continue;
			const place = '深圳';
			const { id } = register(bot.db, act, bot.vault, {
				...whose,
				direction: 'out',
				place,
				since: '2026-03-01',
			});
			const to = { id: null, name: '南山科技党支部' };
			begin(bot.db, act, bot.vault, {
				personId: person.id,
				floatId: id,
				from: x,
				to,
				stage: 'started',
				on: '2026-11-20',
			});
		}
	});
});
afterAll(() => house.town.close());

/** The names that stand in examples. */
const IN_EXAMPLES = /@?(?:张三|李四|王五|王芳)/u;

/** What can't be answered alike, and why. */
const NEVER: Readonly<Record<string, string>> = {
	'roster.add': 'nobody stands on two rosters: that it was not done is said, on whose roster they are is not',
};

const naming = zhibu.help.filter(({ args }) => ['person', 'several', 'list'].some((name) => name in args));

/** Lines that name one person, by every word of the command and as its examples do. */
function linesOf({ words, examples }: Command): string[] {
	const lines = examples
		.map((each) => (typeof each === 'string' ? each : each.say))
		.filter((line) => IN_EXAMPLES.test(line))
		.map((line) => line.replace(IN_EXAMPLES, '{}'));
	return [...new Set([...words.map((word) => `${word} {}`), ...lines])];
}

test.each(naming.map((command) => [command.name, command] as const))(
	'«%s» of somebody elsewhere is answered as of somebody who is nowhere',
	async (_name, command) => {
		const { bot } = house.town.running;
		const wrong: string[] = [];
		for (const by of house.tree.everybody.filter(({ role }) => !partOf(role).over.includes('x')))
			await bot.store.commit(() => {
				before = worldOf(bot.db, before);
				for (const line of linesOf(command))
					for (const how of ['name', 'mention'] as const)
						for (const place of ['private', 'group'] as const) {
							const [one, other] = [ELSEWHERE, NOWHERE].map((who) => said(by, place, line, how, who));
							if (one !== other)
								wrong.push(`${by.role}, ${place}, «${line}» by ${how}:\n  ${one}\n  ${other}`);
						}
			});
		if (command.name in NEVER) expect(wrong.join()).not.toMatch(new RegExp(TREE.x.name));
		else expect(wrong.slice(0, 6)).toEqual([]);
	},
	60_000,
);

function said(
	by: Somebody,
	place: 'private' | 'group',
	line: string,
	how: 'name' | 'mention',
	{ name, account }: typeof ELSEWHERE,
): string {
	const key = '@_user_1';
	const text = line.replace('{}', how === 'name' ? name : key);
	const mentions = how === 'name' ? [] : [{ key, openId: account, name }];
	return seen(write(house, before, { by, place, text, mentions }), { name, account });
}

/** What was said and to whom, and how much was written, without who it is about and the numbers of rows. */
function seen({ heard, refused, stumbled }: Outcome, { name, account }: typeof ELSEWHERE): string {
	return JSON.stringify([refused, stumbled, heard])
		.replaceAll(name, '{}')
		.replaceAll(account, '{ou}')
		.replace(/\d+/g, '0');
}
