import { openTown, type Town } from '../town/town.ts';
import { ROLES, TREE } from './cast.ts';
import { fill, type Things } from './things.ts';
import { type Ago, depart, plant, type Tree } from './tree.ts';

/** A town in which X has one of everything. */
export interface House {
	readonly town: Town;
	readonly tree: Tree;
	readonly things: Things;
}

/** Opens the town, and writes all of it in one commit. */
export async function openHouse(): Promise<House> {
	const town = await openTown();
	const accounts = ROLES.map((role) => {
		const { openId, desk } = town.person(role);
		return { role, openId, desk };
	});
	const group = town.group(TREE.x.name, [...town.people.values()]);
	const { bot, clock } = town.running;
	const ago: Ago = (minutes, by, command) => {
		const at = clock.now() - minutes * 60_000;
		return { turn: `${command} ${minutes} minutes ago`, by, command, at, saidAt: at };
	};
	return bot.store.commit(() => {
		const tree = plant(bot.db, group, accounts, ago);
		const things = fill(bot, tree, ago);
		depart(bot.db, tree, ago);
		return { town, tree, things };
	});
}
