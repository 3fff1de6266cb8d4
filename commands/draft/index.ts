import { z } from 'zod';
import { button } from '../../src/bot/command.ts';
import { closeDraft, draftView } from '../../src/bot/drafts.ts';
import type { Job } from '../../src/bot/repertoire.ts';

/** 先不发, 先不办: nothing is done; what was shown stays to be read. */
export const dropDraft = button({
	name: 'draft.drop',
	who: 'anyone',
	writes: false,
	args: { id: { schema: z.string().min(1) } },
	run(turn, { id }) {
		if (!turn.drafted(id)) return turn.refuse(turn.t('draft.gone'));
		closeDraft(turn, id, 'dropped');
		turn.settle();
		turn.say(draftView.of({ draft: id }));
	},
});

/** What is shown before it is done. */
export const drafts: Job = { buttons: [dropDraft], views: [draftView] };
