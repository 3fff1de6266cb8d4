import { z } from 'zod';
import { type Branch, branchById, branchesBelow, branchOfChat } from '../../../db/branches.ts';
import { readOrganisation } from '../../reading/organisations.ts';
import type { Arg } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Said } from '../said.ts';
import type { Turn } from '../turn.ts';
import type { Button } from '../vocabulary/index.ts';

type BranchArg = Arg<number | undefined>;

const schema = z.coerce.number().int().positive().optional();

/** A branch this person looks after: by its name in free text, else the group's own. */
export function branch(): BranchArg {
	return {
		schema,
		read: (said, turn) => (takeBranch(said, managedBranches(turn)) ?? branchHere(turn))?.id.toString(),
	};
}

/**
 * Any branch that is named, else (unless `elsewhere`) the group's own; whether this person may is asked where it is used. For sentences
 * in which a branch's name can be nothing else: one that does not exist is refused.
 */
export function branchNamed({ elsewhere = false } = {}): BranchArg {
	return {
		schema,
		read(said, turn) {
			const named = takeBranch(said, branchesBelow(turn.db, null));
			const stranger = named ? undefined : readOrganisation(said.text);
			if (stranger) throw new Refusal('refuse.unknown-branch', { name: stranger.words });
			return (named ?? (elsewhere ? undefined : branchHere(turn)))?.id.toString();
		},
	};
}

/** The branch named in a sentence, the longest name first; its words are taken away. */
function takeBranch(said: Said, branches: readonly Branch[]): Branch | undefined {
	for (const each of branches.toSorted((a, b) => b.name.length - a.name.length)) {
		const from = said.text.indexOf(each.name);
		if (from < 0 || (NUMERAL.test(each.name) && NUMERAL_BEFORE.test(said.text.slice(0, from)))) continue;
		said.takeSpan(from, from + each.name.length);
		return each;
	}
	return undefined;
}

/** 第十一支部 is not 一支部. */
const NUMERAL = /^[一二三四五六七八九十\d]/;
const NUMERAL_BEFORE = /[第一二三四五六七八九十\d]$/;

/** The branch whose group this is said in. */
export function branchHere({ db, chat }: Turn): Branch | undefined {
	return chat?.kind === 'group' ? branchOfChat(db, chat.id) : undefined;
}

/** The branches this person looks after, by name. */
export function managedBranches(turn: Turn): Branch[] {
	const managed = new Set(turn.managed);
	if (managed.size === 0) return [];
	return branchesBelow(turn.db, [...managed]).filter(({ id }) => managed.has(id));
}

/**
 * The branch that is meant, which this person runs: the one named, the group's, the only one. Undefined when it could
 * be one of several; refuses when it is not theirs.
 */
export function meantBranch(turn: Turn, id: number | undefined): Branch | undefined {
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
	return mine.length === 1 ? mine[0] : undefined;
}

/** Like {@link meantBranch}; several are asked about with buttons, each of which says `command` again with its branch. */
export function theBranch(
	turn: Turn,
	id: number | undefined,
	command: string,
	args: Readonly<Record<string, string>>,
): Branch {
	const meant = meantBranch(turn, id);
	if (meant) return meant;
	throw new Refusal('ask.which-branch', {}, branchButtons(turn, command, args));
}

const MOST_BUTTONS = 8;

/** A button for each branch this person looks after; with too many of them the name has to be written. */
export function branchButtons(
	turn: Turn,
	command: string,
	args: Readonly<Record<string, string>>,
): readonly Button[] {
	const own = managedBranches(turn);
	if (own.length > MOST_BUTTONS) throw new Refusal('refuse.name-the-branch');
	return own.map(({ id, name }) => ({
		label: name,
		action: { command, args: { ...args, branch: String(id) } },
	}));
}
