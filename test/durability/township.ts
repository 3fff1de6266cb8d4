import { nextDue } from '../../db/outbox/index.ts';
import type { Feishu } from '../../sandbox/platform/contract.ts';
import { type DemoBranch, type Township, township } from '../../sandbox/township/index.ts';
import { populate, seed } from '../../src/runtime/node/sandbox/seed.ts';
import { Actor } from '../town/actor.ts';
import { openTown, type Town } from '../town/town.ts';
import { StandingClock } from './hand-clock.ts';

const SECOND = 1_000;
/** What is said comes within this; what waits longer waits for a later moment of the day. */
const AT_ONCE = 15 * SECOND;
/** How often the timetable looks while the day goes on. */
const LOOK_EVERY = 20 * 60 * SECOND;

/** The simulated township at work, on a clock that stands still unless it is moved. */
export interface Simulated {
	readonly town: Town;
	readonly feishu: Feishu;
	readonly demo: Township;
	readonly officer: Actor;
	/** Branches that are in the books and have so many members with Feishu, the secretary first. */
	branchesOf(size: number): readonly { readonly branch: DemoBranch; readonly actors: readonly Actor[] }[];
	/** Somebody of the tenant who is on no roster. */
	stranger(name: string): Actor;
	/** Lets the day go on until this instant (ms), the timetable looking again and again. */
	goOnUntil(instant: number): Promise<void>;
}

/** Opens it at an instant (ms); its officer is the officer of the whole. */
export async function openTownship(at: number): Promise<Simulated> {
	const demo = township();
	const clock = new StandingClock(at);
	const town = await openTown({ clockStart: at, overrides: { clock, admins: [demo.officer.openId] } });
	const { feishu, running } = town;
	const { bot, courier } = running;
	populate(feishu, demo);
	await bot.store.commit(() => seed(bot, demo));
	const settle = async () => {
		await courier.caughtUp();
		const end = clock.now() + AT_ONCE;
		for (let due = nextDue(bot.db); due !== undefined && due < end; due = nextDue(bot.db)) {
			clock.moveTo(due + 1);
			await courier.caughtUp();
		}
	};
	const actorOf = (name: string, openId: string) => new Actor({ feishu, settle }, name, openId);
	return {
		town,
		feishu,
		demo,
		officer: actorOf(demo.officer.name, demo.officer.openId),
		branchesOf: (size) =>
			demo.branches
				.filter(({ fresh }) => !fresh)
				.map((branch) => ({
					branch,
					actors: branch.members.flatMap(({ name, openId }) => (openId ? [actorOf(name, openId)] : [])),
				}))
				.filter(({ actors }) => actors.length === size),
		stranger(name) {
			const openId = `ou_${Buffer.from(name).toString('hex')}`;
			feishu.addAccount({ openId, name });
			feishu.privateChat(openId);
			return actorOf(name, openId);
		},
		async goOnUntil(instant) {
			while (clock.now() < instant) {
				clock.moveTo(Math.min(instant, clock.now() + LOOK_EVERY));
				await running.knock();
				await settle();
			}
		},
	};
}
