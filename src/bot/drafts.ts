import { draftById, endDraft } from '../../db/drafts.ts';
import { Refusal } from './refusal.ts';
import type { Turn } from './turn.ts';
import { text, view } from './view.ts';
import type { Action, Block, Card } from './vocabulary/index.ts';

/** The card of a draft; once that is done, dropped or changed, without anything to tap. */
export const draftView = view({
	name: 'draft',
	subject: { draft: text },
	draw({ db, vault, t, now }, { draft }) {
		const found = draftById(db, vault, draft, now);
		if (!found?.card) return undefined;
		const card: Card = JSON.parse(found.card);
		if (found.state === 'open') return card;
		const note = { kind: 'text', text: t(`draft.${found.state}`) } as const;
		return { ...card, tone: 'plain', lockScreen: note.text, body: [...card.body.filter(isRead), note] };
	},
});

function isRead({ kind }: Block): boolean {
	return kind !== 'buttons' && kind !== 'form';
}

/** What is known by which cards show a draft. */
export function draftKey(id: string): string {
	return `draft:${id}`;
}

/** The draft whose button was tapped: the tapper's own, and neither done nor too old. */
export function draftOf(turn: Turn, { draft, command }: Action) {
	const found = draft === undefined ? undefined : turn.drafted(draft);
	if (!found) throw new Refusal('draft.gone');
	if (found.state !== 'open') throw new Refusal(`draft.${found.state}`);
	return { ...found, ends: found.command === command };
}

/** It waits no longer, and all cards that show it say so. */
export function closeDraft(turn: Turn, id: string, state: 'done' | 'dropped' | 'changed'): void {
	if (endDraft(turn.db, id, state)) turn.redraw(draftKey(id));
}
