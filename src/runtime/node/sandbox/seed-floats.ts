import { floatsOf, noteContact, register } from '../../../../db/floats.ts';
import type { Act } from '../../../../db/ledger.ts';
import { holdersOf } from '../../../../db/people.ts';
import { rosterOf } from '../../../../db/roster.ts';
import { begin, move } from '../../../../db/transfers.ts';
import type { Bot } from '../../../bot/repertoire.ts';
import { localDate } from '../../../rules/dates.ts';
import { letterEnd } from '../../../rules/transfers.ts';

const DAY = 86_400_000;

interface Node {
	readonly id: number;
	readonly name: string;
}

/** Who is away: so many days, where, how long ago the branch was last in touch. */
const AWAY = [
	{ days: 12, place: '杭州', contacted: undefined },
	{ days: 75, place: '深圳南山', contacted: 20 },
	{ days: 160, place: '苏州工业园', contacted: 40 },
	{ days: 190, place: '上海浦东', contacted: undefined },
	{ days: 230, place: '邻镇工业园', contacted: 60 },
	{ days: 260, place: '成都', contacted: 90 },
] as const;

/** A few members of different branches are away, and two transfers are under way: one waits for its letter, one to be received. */
export function seedFloats(bot: Bot, branches: readonly Node[]): void {
	const { db } = bot;
	const large = branches.filter(({ id }) => rosterOf(db, id).length >= 3);
	const homes = AWAY.map((away, index) => ({ away, home: large[index * 3] }));
	for (const { away, home } of homes) if (home) seedFloat(bot, home, away);
	const last = homes.slice(-2).flatMap(({ home }) => (home ? [home] : []));
	const target = large[1];
	const [letter, started] = last;
	if (letter && target) seedTransfer(bot, letter, target, 9, true);
	if (started) seedTransfer(bot, started, { id: null, name: '锦江科技园党支部' }, 4, false);
}

function actOf({ db, clock }: Bot, branchId: number, daysAgo: number): Act {
	const at = clock.now() - daysAgo * DAY;
	const by = holdersOf(db, 'secretary', [branchId])[0]?.id ?? null;
	return { turn: `demo:float:${branchId}:${daysAgo}`, by, command: 'demo', at, saidAt: at };
}

function seedFloat(bot: Bot, home: Node, { days, place, contacted }: (typeof AWAY)[number]): void {
	const { db, clock, vault, zone } = bot;
	const [, member] = rosterOf(db, home.id);
	if (!member) return;
	const day = (ago: number) => localDate(clock.now() - ago * DAY, zone);
	const contact = `1380000${String(1000 + home.id)}`;
	const entry = {
		personId: member.id,
		branchId: home.id,
		direction: 'out' as const,
		place,
		since: day(days),
		contact,
	};
	const row = register(db, actOf(bot, home.id, days), vault, { ...entry, fixed: days > 180 });
	if (contacted !== undefined) noteContact(db, actOf(bot, home.id, contacted), row, day(contacted));
}

function seedTransfer(
	bot: Bot,
	from: Node,
	to: { readonly id: number | null; readonly name: string },
	daysAgo: number,
	letter: boolean,
): void {
	const { db, clock, vault, zone } = bot;
	const [, member] = rosterOf(db, from.id);
	const [away] = member ? floatsOf(db, vault, member.id) : [];
	if (!away) return;
	const day = (ago: number) => localDate(clock.now() - ago * DAY, zone);
	const on = day(daysAgo);
	const whose = { personId: away.personId, floatId: away.id };
	const row = begin(db, actOf(bot, from.id, daysAgo), vault, { ...whose, from, to, stage: 'started', on });
	const written = day(daysAgo - 3);
	const letterUntil = letterEnd(bot.book.at(written), written);
	if (letter)
		move(db, actOf(bot, from.id, daysAgo - 3), vault, row, { stage: 'letter', on: written, letterUntil });
}
