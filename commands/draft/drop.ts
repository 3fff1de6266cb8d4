import { z } from 'zod';
import { button } from '../../src/bot/command.ts';
import { closeDraft, draftView } from '../../src/bot/drafts.ts';
import { Refusal } from '../../src/bot/refusal.ts';

/** 先不发, 不记: nothing is done; what was shown stays to be read. */
export const dropDraft = button({
	name: 'draft.drop',
	who: 'anyone',
	writes: false,
	args: { draft: { schema: z.string().min(1) } },
	run(turn, { draft }) {
		if (!turn.drafted(draft)) throw new Refusal('draft.gone');
		closeDraft(turn, draft, 'dropped');
		turn.settle();
		turn.say(draftView.of({ draft }));
	},
});
