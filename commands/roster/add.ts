import { z } from 'zod';
import { branchButtons, meantBranch } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Card } from '../../src/bot/vocabulary/index.ts';
import { rosterPreview } from '../../src/cards/roster.ts';
import { enrolAll } from './enrol-all.ts';
import { pasteOf } from './paste.ts';
import { addArgs, openPaste, remember } from './waiting.ts';

/** 名册 添加: mentions at once; names and pasted lists with a preview, doubtful lines asked one after another. */
export const addToRoster = command({
	name: 'roster.add',
	words: ['名册 添加', '名册添加', '添加 名册', '名册 加', '加入名册', 'roster add'],
	who: 'secretary',
	page: 'branch',
	undo: 'restore',
	purpose: 'roster.add-purpose',
	examples: ['名册 添加 张三 李四 王五', '名册 添加 @张三'],
	args: addArgs,
	run(turn, args) {
		const branch = meantBranch(turn, args.branch);
		if (!branch) {
			remember(turn, undefined, args);
			turn.say(whichBranch(turn));
			return;
		}
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

/** The list waits; a tap says for which branch it is. */
function whichBranch(turn: Turn): Card {
	const buttons = branchButtons(turn, 'roster.for-branch', {});
	return { title: turn.t('ask.which-branch'), tone: 'plain', body: [{ kind: 'buttons', buttons }] };
}

export const pasteForBranch = command({
	name: 'roster.for-branch',
	words: [],
	who: 'secretary',
	undo: 'none',
	purpose: 'roster.add-purpose',
	examples: [],
	args: { branch: { schema: z.coerce.number().int().positive() } },
	run(turn, { branch }) {
		const { args } = openPaste(turn, branch);
		addToRoster.run(turn, { ...args, branch });
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
		const { branch, args } = openPaste(turn);
		const decided = [...(args.decided ? [args.decided] : []), `${place}:${take}`].join(',');
		remember(turn, branch.id, { ...args, decided });
		turn.say(rosterPreview(turn.t, branch.name, pasteOf(turn, branch.id, { ...args, decided })));
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
