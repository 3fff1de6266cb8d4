import type { Button, Command } from '../../src/bot/command.ts';
import { STAYS } from '../../src/rules/papers.ts';
import { TREE } from './cast.ts';
import type { Choices } from './combinations.ts';
import type { House } from './house.ts';

/** By the name of an argument what a forged button carries. Which of the values fit, the argument's own schema says. */
type Values = Readonly<Record<string, readonly string[]>>;

/** For every argument there is: which one of X's things it names, or what it says. */
export interface Foreign {
	readonly names: Values;
	readonly says: Values;
}

/** What a forged button carries. */
export function foreignTo(house: House): Foreign {
	return { names: namesOf(house), says: SAYS };
}

function namesOf({ tree, things }: House): Values {
	const { node, one } = tree;
	const account = (role: Parameters<typeof one>[0]) => `@${one(role).openId}`;
	const mentioned = (role: Parameters<typeof one>[0]) =>
		JSON.stringify([{ key: '@_user_1', openId: one(role).openId, name: role }]);
	const numbers = (ids: readonly number[]) => ids.map(String);
	return {
		branch: numbers([node('x'), node('y')]),
		carrier: [things.carrier],
		entry: numbers([one('member').id]),
		meeting: numbers(things.meetings),
		mentions: [mentioned('member'), mentioned('gone')],
		person: [
			String(one('member').id),
			String(one('own secretary').id),
			String(things.away),
			account('member'),
			account('own secretary'),
			account('officer of the whole'),
		],
		draft: [things.draft],
		registration: [String(things.registration)],
		reminder: [String(things.reminder)],
		several: [JSON.stringify([{ id: one('member').id, answer: 'leave' }])],
		ticket: numbers(things.tickets),
		transfer: numbers(things.transfers),
		turn: things.turns,
	};
}

/** What can be said of a thing, and what nobody but its own people may say. */
const SAYS: Values = {
	about: ['名册'],
	answer: ['coming', 'leave'],
	category: ['labour'],
	code: ['000000'],
	contact: ['13800000000'],
	decided: ['0:yes'],
	direction: ['out', 'in'],
	doubt: ['asked'],
	firm: ['星光电子'],
	fixed: ['yes', 'no'],
	from: ['4'],
	home: ['南山区两新党委'],
	host: ['yes', 'no'],
	hours: ['1080-1260'],
	kinds: ['theme-day', 'workers'],
	list: ['全到', '钱进', '@_user_1'],
	mark: ['present'],
	moved: ['yes', 'no'],
	message: ['om_foreign'],
	name: ['钱进', TREE.x.name],
	newcomer: ['钱进'],
	on: ['2026-11-20'],
	online: ['yes', 'no'],
	page: ['meetings', '0'],
	parent: [TREE.a.name, TREE.b.name],
	pause: ['7'],
	place: ['二楼', '0'],
	quarter: ['2026Q3'],
	reason: ['家里有事'],
	resume: ['yes'],
	role: ['secretary', 'officer'],
	roll: ['yes'],
	route: ['superior', 'branch'],
	seen: ['yes'],
	since: ['2026-11-01'],
	standing: ['full'],
	stay: STAYS,
	story: ['工资三个月没发'],
	sure: ['yes'],
	take: ['yes'],
	text: ['明天上午可以通电话'],
	to: ['南山科技党支部', TREE.y.name],
	told: ['own'],
	topic: ['学习讨论'],
	until: ['2026-12-15'],
	unused: ['请带笔记本'],
	visit: ['yes', 'no'],
	when: ['下周三下午3点'],
	wish: ['minutes'],
	words: ['钱还没到账'],
	why: ['误加', '钱还没到账'],
	without: ['yes'],
};

/**
 * What each argument of a deed may be filled with: all foreign values that its schema takes, and none where it is optional. Throws
 * with what has to be added here when there is none.
 */
export function choicesOf(deed: Command | Button, foreign: Foreign): Choices {
	return new Map(
		Object.entries(deed.args).map(([name, { schema }]) => {
			const values = (foreign.names[name] ?? foreign.says[name] ?? []).filter(
				(value) => schema.safeParse(value).success,
			);
			if (values.length === 0)
				throw new Error(
					`«${deed.name}» takes «${name}»: say in test/rights/foreign.ts what a forged button could put there (a number or a word of X's things that its schema accepts)`,
				);
			return [name, schema.safeParse(undefined).success ? [undefined, ...values] : values];
		}),
	);
}

/** Whether a deed says itself what it is about; else it is about what waits for this tap. */
export function namesSomething({ args }: Command | Button, { names }: Foreign): boolean {
	return Object.keys(args).some((name) => name in names);
}
