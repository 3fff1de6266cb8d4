import type { Block, Card, Ways } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';

/** What others will see, before they do. */
export interface PreviewFace {
	/** The group it goes to; null: everybody hears of it in private. */
	readonly chat: string | null;
	/** How many hear of it, and how many of them no message reaches. */
	readonly count: number;
	readonly without: number;
	/** Exactly what will be seen. */
	readonly shown: readonly Block[];
	/** What its author should know before. */
	readonly notes: readonly string[];
	/** Words of theirs that nothing was made of. */
	readonly unused?: string;
	/** The command that changes it, where there is one. */
	readonly edit?: string;
	/** The same with these arguments, which is looked at again. */
	readonly instead?: { readonly label: string; readonly args: Readonly<Record<string, string>> };
	/** What the buttons say where it is more than telling. */
	readonly yes?: string;
	readonly no?: string;
}

/** WORDING 1: where it goes, how many hear it, what was not used. */
export function previewCard(t: Words, face: PreviewFace, ways: Ways): Card {
	const { chat, count, without, notes, unused } = face;
	const where = chat === null ? t('draft.singly', { count }) : t('draft.to-group', { chat, count });
	const more = [
		...(without > 0 ? [t('draft.without', { count: without })] : []),
		...notes,
		...(unused ? [t('draft.unused', { words: unused })] : []),
	];
	return {
		title: t('draft.title'),
		tone: 'plain',
		lockScreen: t('draft.title'),
		toast: t('draft.title'),
		body: [
			{ kind: 'text', text: where },
			...face.shown,
			{ kind: 'line' },
			...(more.length > 0 ? [{ kind: 'text', text: more.join('\n') } as const] : []),
			{
				kind: 'buttons',
				buttons: [
					{
						label: face.yes ?? t(chat === null ? 'draft.tell' : 'draft.post'),
						action: ways.again({ sure: 'yes' }),
						style: 'primary',
					},
					...(face.instead ? [{ label: face.instead.label, action: ways.again(face.instead.args) }] : []),
					...(face.edit ? [{ label: t('draft.edit'), action: ways.again({}, face.edit) }] : []),
					{ label: face.no ?? t('draft.drop-post'), action: ways.drop },
				],
			},
		],
	};
}
