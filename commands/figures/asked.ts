import { z } from 'zod';
import { branchById, branchesBelow } from '../../db/branches.ts';
import type { TicketScope } from '../../db/figures/tickets.ts';
import { branchNamed } from '../../src/bot/arguments/index.ts';
import type { Arg } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { COMMANDS, type Frame, type Part, quarterArg } from '../../src/cards/figures/frame.ts';
import { readQuarter } from '../../src/reading/when/index.ts';
import { instantOn, type Quarter, quarterOf, type Span, spanOf } from '../../src/rules/dates.ts';

const quarter: Arg<string | undefined> = {
	schema: z.string().optional(),
	longest: 40,
	read(said, turn) {
		const found = readQuarter(said.text, turn.today);
		return found && said.takeSpan(found.from, found.to);
	},
};

const page: Arg<number | undefined> = { schema: z.coerce.number().int().nonnegative().optional() };

/** What all figures are asked by. */
export const askedBy = { quarter, branch: branchNamed(), page };

interface Given {
	readonly quarter: string | undefined;
	readonly branch: number | undefined;
	readonly page: number | undefined;
}

/** A question for figures: of which quarter, and of which part of the asker's tree. */
export interface Asked {
	readonly frame: Frame;
	readonly branchIds: readonly number[];
	/** Whether that is all that the asker looks after. */
	readonly whole: boolean;
	readonly ticketScope: TicketScope;
}

/** Reads the question; a neighbour's branch and a quarter that has not begun are refused. */
export function asked(turn: Turn, part: Part, given: Given): Asked {
	if (given.branch !== undefined && !turn.managed.includes(given.branch))
		throw new Refusal('refuse.not-your-branch');
	const named = given.branch === undefined ? undefined : branchById(turn.db, given.branch);
	const branchIds = named ? within(turn, [named.id]) : turn.managed;
	const whole = branchIds.length === turn.managed.length;
	return {
		frame: {
			part,
			span: spanAsked(turn, part, given.quarter),
			named: named && { id: named.id, name: named.name },
			page: given.page ?? 0,
		},
		branchIds,
		whole,
		ticketScope: ticketScope(turn, branchIds, whole),
	};
}

/** These nodes and what hangs below them, as far as the asker looks after it. */
function within(turn: Turn, roots: readonly number[]): number[] {
	const managed = new Set(turn.managed);
	return branchesBelow(turn.db, roots)
		.map(({ id }) => id)
		.filter((id) => managed.has(id));
}

function spanAsked(turn: Turn, part: Part, said: string | undefined): Span {
	const now = quarterOf(turn.today);
	const { year, quarter } = (said && readQuarter(said, turn.today)) || now;
	const span = spanOf({ year, quarter }, turn.today);
	if (span.state !== 'ahead') return span;
	const label = turn.t('figures.button.now');
	const action = { command: COMMANDS[part], args: { quarter: quarterArg(now) }, opens: true as const };
	throw new Refusal('figures.ahead', { year, quarter }, [{ label, action }]);
}

/**
 * What was asked past a branch is counted for officers at or above the node on duty alone, and never for who acts in that branch.
 * Naming the node at the top is no other question than naming none: from two answers by category a single case could be taken.
 */
function ticketScope(turn: Turn, branchIds: readonly number[], whole: boolean): TicketScope {
	const { chief, officerOf, rolesIn } = turn.scope;
	const below = new Set(chief ? branchIds : officerOf);
	return {
		branchIds,
		dutyIds: branchIds.filter((id) => below.has(id)),
		whole: chief && whole,
		ownIds: rolesIn,
	};
}

/** The quarter as instants (ms), the end excluded; what happens at this very moment still counts. */
export function instantsOf(turn: Turn, { from, until }: { from: string; until: string }) {
	const { zone } = turn;
	return { fromAt: instantOn(from, zone), untilAt: Math.min(instantOn(until, zone), turn.now + 1) };
}

/** This quarter and those before it, `count` in all, the earliest first. */
export function lastQuarters(last: Quarter, count: number): Quarter[] {
	const end = last.year * 4 + last.quarter - 1;
	return Array.from({ length: count }, (_, step) => {
		const at = end - count + 1 + step;
		return { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
	});
}
