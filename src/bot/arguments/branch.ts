import { z } from 'zod';
import { type Branch, branchById, branchesBelow, branchOfChat } from '../../../db/branches.ts';
import { type Sentence, sentence } from '../../locales/index.ts';
import { longestStanding } from '../../reading/names.ts';
import { readOrganisation } from '../../reading/organisations.ts';
import type { Arg } from '../command.ts';
import { pick, Refusal } from '../refusal.ts';
import type { Said } from '../said.ts';
import type { Turn } from '../turn.ts';

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
	const names = branches.map(({ name }) => name);
	const found = longestStanding(said.text, names, ({ name, from }) => {
		return !NUMERAL.test(name) || !NUMERAL_BEFORE.test(said.text.charAt(from - 1));
	});
	if (found) said.takeSpan(found.from, found.from + found.name.length);
	return branches.find(({ name }) => name === found?.name);
}

/** 第十一支部 is not 一支部. */
const NUMERAL = /^[一二三四五六七八九十\d]/;
const NUMERAL_BEFORE = /^[第一二三四五六七八九十\d]$/;

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
 * The branch that is meant, which this person runs: the one named, the group's, the only one; several are asked about
 * with buttons. Refuses when it is not theirs.
 */
export function theBranch(turn: Turn, id: number | undefined): Branch {
	if (id !== undefined) {
		const named = branchById(turn.db, id);
		if (!named || !turn.runs(named.id)) throw new Refusal('refuse.not-your-branch');
		return named;
	}
	const all = managedBranches(turn);
	const secretaryOf = turn.me.roles.filter(({ role }) => role === 'secretary').map((held) => held.branchId);
	const [mine, ...more] = all.filter((each) => secretaryOf.includes(each.id));
	return pick(turn, mine && more.length === 0 ? [mine] : all, amongBranches);
}

const amongBranches = {
	arg: 'branch',
	none: () => new Refusal('refuse.no-branch'),
	question: sentence('ask.which-branch'),
	tooMany: sentence('refuse.name-the-branch'),
	value: ({ id }: Branch) => String(id),
	label: ({ name }: Branch) => name,
};

/** Any branch members may belong to: the one named, the only one there is; several are asked about with buttons. */
export function anyBranch(
	turn: Turn,
	id: number | undefined,
	asked: { readonly question: Sentence; readonly tooMany: Sentence },
): Branch {
	const named = id === undefined ? undefined : branchById(turn.db, id);
	if (named) return named;
	const all = branchesBelow(turn.db, null).filter(({ kind }) => kind !== 'committee');
	return pick(turn, all, { ...amongBranches, none: () => new Refusal('register.no-branches'), ...asked });
}
