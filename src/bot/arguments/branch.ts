import { z } from 'zod';
import { type Branch, branchById, branchesBelow, branchOfChat } from '../../../db/branches.ts';
import type { Arg } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Turn } from '../turn.ts';
import type { Button } from '../vocabulary/index.ts';

/** A branch this person looks after: by its name in the sentence, else the group's own. */
export function branch(): Arg<number | undefined> {
	return {
		schema: z.coerce.number().int().positive().optional(),
		read(said, turn) {
			const named = longestFirst(managedBranches(turn)).find(({ name }) => said.text.includes(name));
			if (named)
				said.takeSpan(said.text.indexOf(named.name), said.text.indexOf(named.name) + named.name.length);
			const here = turn.chat?.kind === 'group' ? branchOfChat(turn.db, turn.chat.id) : undefined;
			return (named ?? here)?.id.toString();
		},
	};
}

/** The branches this person looks after, by name. */
export function managedBranches(turn: Turn): Branch[] {
	const managed = new Set(turn.managed);
	if (managed.size === 0) return [];
	return branchesBelow(turn.db, [...managed]).filter(({ id }) => managed.has(id));
}

/**
 * The branch that is meant, which this person runs: the one named, the group's, the only one; else it is asked
 * with buttons, each of which says `command` again with that branch.
 */
export function theBranch(
	turn: Turn,
	id: number | undefined,
	command: string,
	args: Readonly<Record<string, string>>,
): Branch {
	if (id !== undefined) {
		const found = branchById(turn.db, id);
		if (!found || !turn.runs(found.id)) throw new Refusal('refuse.not-your-branch');
		return found;
	}
	const own = managedBranches(turn);
	const [only] = own;
	if (!only) throw new Refusal('refuse.no-branch');
	if (own.length === 1) return only;
	const secretaryOf = turn.me.roles.filter(({ role }) => role === 'secretary').map((held) => held.branchId);
	const mine = own.filter((each) => secretaryOf.includes(each.id));
	const [home] = mine;
	if (home && mine.length === 1) return home;
	if (own.length > MOST_BUTTONS) throw new Refusal('refuse.name-the-branch');
	throw new Refusal(
		'ask.which-branch',
		{},
		own.map((each) => choice(each, command, args)),
	);
}

const MOST_BUTTONS = 8;

function choice({ id, name }: Branch, command: string, args: Readonly<Record<string, string>>): Button {
	return { label: name, action: { command, args: { ...args, branch: String(id) } }, style: 'plain' };
}

function longestFirst(branches: readonly Branch[]): Branch[] {
	return [...branches].sort((a, b) => b.name.length - a.name.length);
}
