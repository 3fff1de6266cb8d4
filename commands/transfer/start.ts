import { z } from 'zod';
import { branchByName } from '../../db/branches.ts';
import { type FloatSheet, floatsOf } from '../../db/floats.ts';
import { type Person, personById } from '../../db/people.ts';
import { homeOf } from '../../db/roster.ts';
import { begin, move, openTransferOf, type Side, transferById } from '../../db/transfers.ts';
import { numbered, thePerson } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { readDestination } from '../../src/reading/floats.ts';
import { isUnderWay } from '../../src/rules/transfers.ts';
import { askWhose, floatPerson, nameable, visibleFloats } from '../float/find.ts';
import { numberedTransfer } from './find.ts';
import { announce, passOn, sayTaken, stepBack, transferView } from './notify.ts';
import { mayTake } from './rights.ts';

/** 转接 发起: the relation is to follow somebody; begun by the home side, by the person, or anew after a return. */
export const startTransfer = command({
	name: 'transfer.start',
	words: ['转接 发起', '发起转接', '转接 重新发起', 'transfer start'],
	who: 'anyone',
	page: 'moves',
	writes: true,
	undo: stepBack,
	purpose: 'transfer.start-purpose',
	examples: [
		{ say: '转接 发起 张三 到 南山科技党支部', given: [], by: 'secretary' },
		'转接 发起 到 南山科技党支部',
	],
	glued: () => false,
	args: {
		transfer: numbered('transfer'),
		to: {
			schema: z.string().trim().min(2).optional(),
			longest: 60,
			question: 'transfer.ask-to',
			read: (said) => said.takeRead(readDestination)?.words,
		},
		person: floatPerson(),
	},
	run(turn, { transfer: id, person, to }) {
		const known = id === undefined ? undefined : numberedTransfer(turn, id);
		const who = known ? personById(turn.db, known.personId) : whose(turn, person);
		if (!who) throw new Refusal('transfer.unknown', { id: id ?? 0 });
		const open = known ?? openTransferOf(turn.db, turn.vault, who.id);
		if (open) startAgain(turn, open.id, to);
		else startOne(turn, who, to);
	},
});

/** Whom it is about: the one named; else oneself, or for who runs branches one of those away, to choose by a tap. */
function whose(turn: Turn, ref: string | undefined): Person {
	const { db, me, managed, vault } = turn;
	if (ref !== undefined) return thePerson(turn, ref, nameable(turn));
	const self = personById(db, me.id);
	if (managed.length === 0) {
		if (!self) throw new Refusal('transfer.not-yours');
		return self;
	}
	const idle = visibleFloats(turn).filter(
		({ personId }) => openTransferOf(db, vault, personId) === undefined,
	);
	if (idle.length === 0) throw new Missing('person', 'transfer.ask-person');
	throw askWhose(turn, idle, new Refusal('transfer.whose'));
}

function startOne(turn: Turn, who: Person, to: string | undefined): void {
	const { db, today, vault } = turn;
	const { float, ...sides } = sidesOf(turn, who, to);
	const values = {
		personId: who.id,
		floatId: float?.id ?? null,
		...sides,
		on: today,
		stage: 'started' as const,
	};
	const { id } = begin(db, turn.act(), vault, values);
	const sheet = transferById(db, vault, id);
	if (sheet) announce(turn, sheet);
	const shown = { transfer: id, person: turn.me.id, turn: turn.update.id };
	turn.say(transferView.of(shown), { about: `transfer:${id}` });
}

/** From home to where it is said; of somebody who came in, from the organisation they named to the branch here. */
export function sidesOf(
	turn: Turn,
	who: Person,
	to: string | undefined,
): { from: Side; to: Side; float?: FloatSheet } {
	const { db, me, vault } = turn;
	const home = homeOf(db, who.id);
	const floats = floatsOf(db, vault, who.id);
	const may = (branchId: number) => who.id === me.id || turn.runs(branchId);
	if (home) {
		if (!may(home.id)) throw new Refusal('refuse.unknown-person', { name: who.name ?? '' });
		if (to === undefined) throw new Missing('to', 'transfer.ask-to');
		if (to === home.name) throw new Refusal('transfer.same-side', { name: to });
		return {
			from: home,
			to: sideNamed(turn, to),
			float: floats.find(({ direction }) => direction === 'out'),
		};
	}
	const float = floats.find(({ direction, branchId }) => direction === 'in' && may(branchId));
	if (!float)
		throw new Refusal(who.id === me.id ? 'transfer.not-yours' : 'refuse.unknown-person', {
			name: who.name ?? '',
		});
	return {
		from: { id: null, name: float.home ?? turn.t('transfer.elsewhere') },
		to: to === undefined ? { id: float.branchId, name: float.branchName } : sideNamed(turn, to),
		float,
	};
}

/** A branch of this tree when it is called exactly so; else an organisation by its name alone. */
function sideNamed(turn: Turn, name: string): Side {
	const branch = branchByName(turn.db, name);
	return branch && branch.closedAt === null ? branch : { id: null, name };
}

/** After a return, or when what spoke against it is over; where it goes to may be another organisation now. */
function startAgain(turn: Turn, id: number, to: string | undefined): void {
	const { db, me, t, vault } = turn;
	const sheet = transferById(db, vault, id);
	if (!sheet || !mayTake(db, me, sheet, 'restart')) throw new Refusal('transfer.home-not-yours');
	if (isUnderWay(sheet.stage)) {
		const action = { command: 'transfer', args: { transfer: String(id) } };
		throw new Refusal('transfer.under-way', { id, name: sheet.name }, [
			{ label: t('transfer.open', { id, name: sheet.name }), action },
		]);
	}
	if (sheet.stage === 'done') throw new Refusal('transfer.is-done', { id });
	const side = to === undefined ? undefined : sideNamed(turn, to);
	move(db, turn.act(), vault, sheet, { stage: 'started', on: turn.today, to: side });
	passOn(turn, id);
	sayTaken(turn, id, 'transfer.started-again');
}
