import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { poison } from '../../db/schema/index.ts';
import type { Button, Command } from '../../src/bot/command.ts';
import { handle } from '../../src/bot/inbox.ts';
import type { TapUpdate } from '../../src/bot/vocabulary/index.ts';
import { patience, survived } from '../torture/size.ts';
import type { Role } from './cast.ts';
import type { Strings } from './combinations.ts';
import { choicesOf, type Foreign, foreignTo } from './foreign.ts';
import { type House, openHouse } from './house.ts';

/** What no button of ours carries: numbers of nothing, other shapes, words where a number belongs, days that don't exist. */
const HOSTILE = [
	...['0', '-1', '1.5', '0x10', '1e400', '999999', '9007199254740991', '9223372036854775808', '1'.repeat(40)],
	...['NaN', ' 1', '１', '1,2', 'null', '{}', '[{}]', '[1', "' or 1=1 --", '__proto__', 'constructor'],
	...['@', '@ou_nobody', '@_user_1', '2026-13-45', '2026-02-30', '+275760-09-13', '2026Q9', '9999Q1'],
	...['25:00', '9999-1', '1080-', ':yes', '9:yes', '\u0000', '\uD800', '到'.repeat(100)],
];

let house: House;
let foreign: Foreign;
beforeAll(async () => {
	house = await openHouse();
	foreign = foreignTo(house);
});
afterAll(() => house.town.close());

const deeds = [...zhibu.commands.values()];

test.each(deeds.map((deed) => [deed.name, deed] as const))(
	'«%s» with what no button of ours carries: a refusal or a question, never poison',
	async (_name, deed) => {
		const { bot } = house.town.running;
		const wrong: string[] = [];
		let taps = 0;
		await bot.store.commit(() => {
			for (const { by, carried, args } of casesOf(deed)) {
				taps += 1;
				const error = stumbled(by, deed.name, carried, args);
				if (error !== undefined) wrong.push(`${by}, ${carried} ${JSON.stringify(args)}: ${error}`);
			}
		});
		expect(wrong.slice(0, 12)).toEqual([]);
		survived('forged tap', taps);
	},
	patience(60_000),
);

interface Case {
	readonly by: Role;
	/** On the button, or typed into the form beside it. */
	readonly carried: 'args' | 'form';
	readonly args: Strings;
}

/** What would do, with one argument after the other put wrong, by who looks after X; and all of them alike. */
function* casesOf(deed: Command | Button): Generator<Case> {
	const choices = [...choicesOf(deed, foreign)];
	const fits = Object.fromEntries(
		choices.flatMap(([name, values]) => {
			const value = values.find((each) => each !== undefined);
			return value === undefined ? [] : [[name, value] as const];
		}),
	);
	for (const hostile of HOSTILE) {
		const all = Object.fromEntries(choices.map(([name]) => [name, hostile]));
		for (const by of ['own secretary', 'officer of the whole', 'member'] as const)
			yield { by, carried: 'form', args: all };
		for (const [name] of choices) {
			yield { by: 'officer of the whole', carried: 'args', args: { [name]: hostile } };
			for (const by of ['own secretary', 'officer of the whole'] as const)
				yield { by, carried: 'args', args: { ...fits, [name]: hostile } };
		}
	}
}

class Back extends Error {}

let tapped = 0;

/** The trail of our own error, if there was one; whatever came of it is put back. */
function stumbled(role: Role, command: string, carried: 'args' | 'form', args: Strings): string | undefined {
	const { town, tree } = house;
	const { bot } = town.running;
	const { openId, desk } = tree.one(role);
	const update: TapUpdate = {
		kind: 'tap',
		id: `hostile-${++tapped}`,
		at: bot.clock.now(),
		by: openId,
		messageId: 'om_none',
		chatId: desk,
		action: { command, args: carried === 'args' ? args : {} },
		form: carried === 'form' ? args : {},
	};
	const back = new Back();
	let error: string | undefined;
	try {
		bot.store.savepoint(() => {
			handle(bot, update);
			error = bot.db.select({ error: poison.error }).from(poison).get()?.error;
			throw back;
		});
	} catch (thrown) {
		if (thrown !== back) throw thrown;
	}
	return error;
}
