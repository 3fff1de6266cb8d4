import { z } from 'zod';
import { type Branch, branchById } from '../../db/branches.ts';
import { branch, carried, masked, mentions, theBranch } from '../../src/bot/arguments/index.ts';
import { button, command, type Values } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/frames.ts';
import { rosterPreview } from '../../src/cards/roster.ts';
import { enrolAll, pasteOf } from './paste.ts';

/** What a list of people comes with. */
const addArgs = {
	branch: branch(),
	list: {
		schema: z.string().trim().min(1),
		longest: 20_000,
		/** Without the numbers of identity cards and telephones; they keep their shape, since the reader counts them. */
		read: (said: { takeRest(): string | undefined }) => masked(said.takeRest() ?? '') || undefined,
		question: 'roster.ask-list',
	},
	/** What was decided about doubtful lines: `3:yes,5:no`. */
	decided: carried(),
	mentions: mentions(),
} as const;

type AddArgs = Values<typeof addArgs>;

/** The list waits for the taps that decide it. */
function remember(
	turn: Turn,
	branchId: number,
	{ list, decided = '', mentions }: Omit<AddArgs, 'branch'>,
): void {
	const kept = { branch: String(branchId), list: masked(list), decided, mentions: JSON.stringify(mentions) };
	turn.ask('roster.add', kept, null);
}

/** The paste that waits for this person's decision. */
function openPaste(turn: Turn): { branch: Branch; args: Omit<AddArgs, 'branch'> } {
	const open = turn.question();
	if (open?.command !== 'roster.add') throw new Refusal('roster.expired');
	const branch = branchById(turn.db, Number(open.args.branch));
	if (!branch || !turn.runs(branch.id)) throw new Refusal('refuse.not-your-branch');
	const { list = '', decided = '', mentions = '[]' } = open.args;
	return { branch, args: { list, decided, mentions: addArgs.mentions.schema.parse(mentions) } };
}

/** 名册 添加: mentions at once; names and pasted lists with a preview, doubtful lines asked one after another. */
export const addToRoster = command({
	name: 'roster.add',
	words: ['名册 添加', '名册添加', '添加 名册', '名册 加', '加入名册', 'roster add'],
	who: 'secretary',
	page: 'branch',
	writes: true,
	undo: 'restore',
	purpose: 'roster.add-purpose',
	examples: ['名册 添加 张三 李四 王五', '名册 添加 @张三'],
	args: addArgs,
	run(turn, args) {
		const branch = theBranch(turn, args.branch);
		const paste = pasteOf(turn, branch.id, args);
		if (paste.entries.length === 0 && paste.doubts.length === 0) throw new Refusal('roster.nothing-read');
		if (paste.doubts.length === 0 && paste.allMentioned && paste.lost.length === 0) {
			enrolAll(turn, branch.id, paste);
			return;
		}
		remember(turn, branch.id, args);
		turn.say(rosterPreview(turn.t, branch.name, paste));
	},
});

/** A tap on a doubtful line: taken or left out; the next doubt, or the preview, follows. */
export const settleDoubt = button({
	name: 'roster.settle-doubt',
	who: 'secretary',
	writes: false,
	args: { place: { schema: z.coerce.number().int() }, take: { schema: z.enum(['yes', 'no']) } },
	run(turn, { place, take }) {
		const { branch, args } = openPaste(turn);
		const decided = [...(args.decided ? [args.decided] : []), `${place}:${take}`].join(',');
		remember(turn, branch.id, { ...args, decided });
		turn.say(rosterPreview(turn.t, branch.name, pasteOf(turn, branch.id, { ...args, decided })));
	},
});

/** A tap on the preview: everybody in it is on the roster. */
export const confirmPaste = button({
	name: 'roster.confirm',
	who: 'secretary',
	writes: true,
	undo: 'restore',
	args: {},
	run(turn) {
		const { branch, args } = openPaste(turn);
		const paste = pasteOf(turn, branch.id, args);
		if (paste.doubts.length > 0) {
			turn.say(rosterPreview(turn.t, branch.name, paste));
			return;
		}
		if (paste.entries.length === 0) throw new Refusal('roster.nothing-read');
		turn.settle();
		enrolAll(turn, branch.id, paste);
	},
});

export const dropPaste = button({
	name: 'roster.drop',
	who: 'secretary',
	writes: false,
	args: {},
	run(turn) {
		turn.settle();
		const text = turn.t('roster.dropped-text');
		turn.say(doneCard({ title: turn.t('roster.dropped'), text, tone: 'plain' }));
	},
});
