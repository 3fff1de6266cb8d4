import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { LOOK } from '../../db/ledger.ts';
import type { Button, Command, Who } from '../../src/bot/command.ts';
import type { Key } from '../../src/locales/index.ts';
import { draws } from '../durability/draws.ts';
import { patience, sized, survived } from '../torture/size.ts';
import { partOf } from './cast.ts';
import { combinations, drawn } from './combinations.ts';
import { choicesOf, type Foreign, foreignTo, namesSomething } from './foreign.ts';
import { type Draft, type Forged, type Outcome, tap } from './forged.ts';
import { looksAlike, onNothing, outOfTurn } from './heard.ts';
import { type House, openHouse } from './house.ts';
import { outOfReach } from './reach.ts';
import type { Somebody } from './tree.ts';
import { type World, worldOf } from './world.ts';

/** Nobody gets through with X's things, and why. */
const NEVER: Readonly<Record<string, string>> = {
	'officer-code': 'there is an officer already, so that no code is good any more',
};

const REFUSED: Readonly<Record<Exclude<Who, 'anyone'>, Key>> = {
	member: 'refuse.not-member',
	secretary: 'refuse.not-secretary',
	officer: 'refuse.not-officer',
};

/** Beside the combinations, ways to fill the arguments by chance, for each who may say it. */
const BY_CHANCE = sized(0, 1_000);

/** Tapped where no card of ours stands. */
const NO_CARD = 'om_none';

let house: House;
let foreign: Foreign;
let before: World = new Map();
beforeAll(async () => {
	house = await openHouse();
	foreign = foreignTo(house);
});
afterAll(() => house.town.close());

const deeds = [...zhibu.commands.values()];

test.each(deeds.map((deed) => [deed.name, deed] as const))(
	'«%s», forged with all that is another’s: nothing out of reach is written or told',
	async (_name, deed) => {
		const wrong: string[] = [];
		const through = { gate: false, answered: false, wrote: false };
		const { bot } = house.town.running;
		let taps = 0;
		// One commit a person, so that the house can breathe; what it reminds of meanwhile by itself is part of the world.
		for (const by of house.tree.everybody)
			await bot.store.commit(() => {
				before = worldOf(bot.db, before);
				for (const forged of casesOf(deed, by)) {
					taps += 1;
					const outcome = tap(house, before, forged);
					const mistakes = judge(deed, forged, outcome);
					wrong.push(...mistakes.map((each) => `${say(forged)}: ${each}`));
					if (!isAllowed(deed, forged)) continue;
					through.gate = true;
					if (outcome.refused.length === 0) through.answered = true;
					// That names were looked at is noted of those too that change nothing.
					if (outcome.ledger.some(({ command }) => command !== LOOK)) through.wrote = true;
				}
			});
		expect(wrong.slice(0, 12)).toEqual([]);
		// Where nobody got through, nothing would have been tried.
		const never = deed.name in NEVER;
		expect(through).toEqual({ gate: true, answered: true, wrote: deed.writes && !never });
		survived('forged tap', taps);
	},
	patience(60_000),
);

/** Who may not say it at all tries once; the others with everything that could be on the button, on a card or waiting. */
function* casesOf(deed: Command | Button, by: Somebody): Generator<Forged> {
	const choices = choicesOf(deed, foreign);
	const draw = draws(by.id);
	const rows = combinations(
		choices,
		Array.from({ length: BY_CHANCE }, () => drawn(choices, draw)),
	);
	const [args = {}] = rows;
	const may = partOf(by.role).may.includes(deed.who);
	const drafts = !may || deed.kind === 'command' || namesSomething(deed, foreign) ? [] : draftsFor(deed);
	for (const place of ['private', 'group'] as const) {
		const common = { by, place, command: deed.name, messageId: NO_CARD };
		yield { ...common, args };
		if (!may) continue;
		for (const row of rows.slice(1)) yield { ...common, args: row };
		for (const waiting of drafts) yield { ...common, args, waiting };
		if (deed.kind === 'button')
			for (const messageId of house.things.cards) yield { ...common, args, messageId };
	}
}

/** Previews and drafts of its job that wait for a tap, as who looks after X left them: anybody else's is of another branch then. */
function draftsFor(deed: Button): Draft[] {
	const job = zhibu.jobs.find(({ buttons }) => buttons?.some(({ name }) => name === deed.name));
	const by = house.tree.one('own secretary');
	const left = (job?.commands ?? []).flatMap((command) =>
		combinations(choicesOf(command, foreign)).map(
			(args) =>
				tap(house, before, { by, place: 'private', command: command.name, args, messageId: NO_CARD }).draft,
		),
	);
	return [...new Map(left.flatMap((draft) => (draft ? [[JSON.stringify(draft), draft]] : []))).values()];
}

function isAllowed({ who }: Command | Button, { by }: Forged): boolean {
	return partOf(by.role).may.includes(who);
}

function judge(deed: Command | Button, forged: Forged, outcome: Outcome): string[] {
	const { by } = forged;
	const found = [
		...outcome.stumbled.map((error) => `stumbled: ${error}`),
		...(outcome.done ? [] : ['was not taken in']),
		...outOfReach(house.tree, by, before, outcome),
		...outOfTurn(house, forged, outcome),
		...(isTelling(forged, outcome) ? ['tells that there is such a thing'] : []),
	];
	if (deed.who !== 'anyone' && !isAllowed(deed, forged)) {
		if (outcome.refused.join() !== REFUSED[deed.who]) found.push(`refused as «${outcome.refused.join()}»`);
		if (outcome.changes.some(({ after }) => after?.id !== by.id)) found.push('something changed');
	}
	return found;
}

/** To whom a thing is none of their business there is no such thing. Asked of the taps that name little else. */
function isTelling(forged: Forged, outcome: Outcome): boolean {
	const blind = Object.keys(forged.args).length <= 2 ? onNothing(house, forged) : undefined;
	return blind !== undefined && !looksAlike(outcome, tap(house, before, blind));
}

function say({ by, place, args, waiting, messageId }: Forged): string {
	const shown = messageId === NO_CARD ? '' : ` on «${messageId}»`;
	const aside = waiting ? ` while ${waiting.command} ${JSON.stringify(waiting.args)} waits` : '';
	return `${by.role}, ${place}, ${JSON.stringify(args)}${shown}${aside}`;
}
