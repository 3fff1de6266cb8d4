import { z } from 'zod';
import { type Branch, branchById } from '../../db/branches.ts';
import { branch, carried, masked, mentions } from '../../src/bot/arguments/index.ts';
import type { Values } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';

/** What a list of people comes with. */
export const addArgs = {
	branch: branch(),
	list: {
		schema: z.string().trim().min(1).max(20_000),
		read: (said: { takeRest(): string | undefined }) => said.takeRest(),
		question: 'roster.ask-list',
	},
	/** What was decided about doubtful lines: `3:yes,5:no`. */
	decided: carried(),
	mentions: mentions(),
} as const;

type AddArgs = Values<typeof addArgs>;

/** Kept without the numbers of identity cards and telephones; the reader only counts them. */
export function remember(turn: Turn, branchId: number | undefined, args: Omit<AddArgs, 'branch'>): void {
	const kept = {
		branch: branchId === undefined ? '' : String(branchId),
		list: masked(args.list),
		decided: args.decided ?? '',
		mentions: JSON.stringify(args.mentions),
	};
	turn.ask('roster.add', kept, null);
}

/** The paste that waits for this person's decision, for the branch it was begun for or the one just chosen. */
export function openPaste(turn: Turn, chosen?: number): { branch: Branch; args: Omit<AddArgs, 'branch'> } {
	const open = turn.question();
	if (open?.command !== 'roster.add') throw new Refusal('roster.expired');
	const branch = branchById(turn.db, chosen ?? Number(open.args.branch));
	if (!branch || !turn.runs(branch.id)) throw new Refusal('refuse.not-your-branch');
	const { list = '', decided = '', mentions = '[]' } = open.args;
	return { branch, args: { list, decided, mentions: addArgs.mentions.schema.parse(mentions) } };
}
