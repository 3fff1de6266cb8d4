import { z } from 'zod';
import { branch, carried, masked, mentions, theBranch } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Preview, Refusal } from '../../src/bot/refusal.ts';
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
	/** The preview was seen. */
	sure: carried(),
} as const;

/** 名册 添加: mentions at once; names and pasted lists with a preview, doubtful lines asked one after another. */
export const addToRoster = command({
	name: 'roster.add',
	words: ['名册 添加', '名册添加', '添加 名册', '名册 加', '加入名册', 'roster add'],
	who: 'secretary',
	page: 'branch',
	showsFirst: true,
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
		const { doubts } = paste;
		if (doubts.length > 0 || args.sure !== 'yes')
			throw new Preview((ways) =>
				rosterPreview(turn.t, branch.name, { ...paste, decided: args.decided }, ways),
			);
		if (paste.entries.length === 0) throw new Refusal('roster.nothing-read');
		enrolAll(turn, branch.id, paste);
	},
});
