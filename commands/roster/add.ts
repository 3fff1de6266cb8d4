import { z } from 'zod';
import { branch, carried, theBranch } from '../../src/bot/arguments/index.ts';
import { command, type Values } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { rosterPreview } from '../../src/cards/roster.ts';
import { enrolAll } from './enrol-all.ts';
import { type Paste, pasteOf } from './paste.ts';

const addArgs = {
	branch: branch(),
	list: {
		schema: z.string().trim().min(1).max(20_000),
		read: (said: { takeRest(): string | undefined }) => said.takeRest(),
		question: 'roster.ask-list',
	},
	/** What was decided about doubtful lines: `3:yes,5:no`. */
	decided: carried(),
	/** Mentions of the list as JSON, since a paste outlives its message. */
	mentions: carried(),
} as const;

/** 名册 添加: mentions at once; names and pasted lists with a preview, doubtful lines asked one after another. */
export const addToRoster = command({
	name: 'roster.add',
	words: ['名册 添加', '名册添加', '添加 名册', '名册 加', '加入名册', 'roster add'],
	who: 'secretary',
	undo: 'restore',
	purpose: 'roster.add-purpose',
	examples: ['名册 添加 张三 李四 王五', '名册 添加 @张三'],
	args: addArgs,
	run(turn, args) {
		const branchId = theBranch(turn, args.branch, 'roster.add', { list: args.list }).id;
		const mentions = args.mentions ?? JSON.stringify(mentionsOf(turn));
		const paste = pasteOf(turn, branchId, { ...args, mentions });
		if (paste.entries.length === 0 && paste.doubts.length === 0) throw new Refusal('roster.nothing-read');
		const [doubt] = paste.doubts;
		if (!doubt && paste.allMentioned && paste.lost.length === 0) {
			enrolAll(turn, branchId, paste);
			return;
		}
		remember(turn, branchId, args, mentions);
		turn.say(rosterPreview(turn.t, paste, doubt));
	},
});

/** A tap on a doubtful line: taken or left out; the next doubt, or the preview, follows. */
export const settleDoubt = command({
	name: 'roster.settle-doubt',
	words: [],
	who: 'secretary',
	undo: 'none',
	purpose: 'roster.add-purpose',
	examples: [],
	args: { place: { schema: z.coerce.number().int() }, take: { schema: z.enum(['yes', 'no']) } },
	run(turn, { place, take }) {
		const { branchId, args } = openPaste(turn);
		const decided = [...(args.decided?.split(',') ?? []), `${place}:${take}`].join(',');
		const paste = pasteOf(turn, branchId, { ...args, decided });
		remember(turn, branchId, { ...args, decided }, args.mentions ?? '[]');
		turn.say(rosterPreview(turn.t, paste, paste.doubts[0]));
	},
});

/** A tap on the preview: everybody in it is on the roster. */
export const confirmPaste = command({
	name: 'roster.confirm',
	words: [],
	who: 'secretary',
	undo: 'restore',
	purpose: 'roster.add-purpose',
	examples: [],
	args: {},
	run(turn) {
		const { branchId, args } = openPaste(turn);
		const paste: Paste = pasteOf(turn, branchId, args);
		if (paste.doubts.length > 0) {
			turn.say(rosterPreview(turn.t, paste, paste.doubts[0]));
			return;
		}
		turn.settle();
		enrolAll(turn, branchId, paste);
	},
});

export const dropPaste = command({
	name: 'roster.drop',
	words: [],
	who: 'secretary',
	undo: 'none',
	purpose: 'roster.add-purpose',
	examples: [],
	args: {},
	run(turn) {
		turn.settle();
		turn.say({ title: turn.t('roster.dropped'), tone: 'plain', body: [] });
	},
});

type AddArgs = Values<typeof addArgs>;

function remember(turn: Turn, branchId: number, args: Partial<AddArgs>, mentions: string): void {
	const { list = '', decided = '' } = args;
	turn.ask('roster.add', { branch: String(branchId), list, decided, mentions }, null);
}

/** The paste that waits for this person's decision. */
function openPaste(turn: Turn) {
	const open = turn.question();
	if (open?.command !== 'roster.add') throw new Refusal('roster.expired');
	const branchId = Number(open.args.branch);
	if (!turn.runs(branchId)) throw new Refusal('refuse.not-your-branch');
	const { list = '', decided = '', mentions = '[]' } = open.args;
	return { branchId, args: { list, decided, mentions } };
}

function mentionsOf(turn: Turn) {
	return turn.update.kind === 'message' ? turn.update.mentions : [];
}
