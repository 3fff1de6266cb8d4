import type { Standing } from '../../db/people.ts';
import type { Action, Block, Button, Card, Ways } from '../bot/vocabulary/index.ts';
import type { KeyFor, Words } from '../locales/index.ts';
import { cut } from './frames.ts';

interface PreviewFace {
	readonly entries: readonly {
		readonly name: string;
		readonly standing: Standing;
		readonly openId?: string;
	}[];
	readonly doubts: readonly DoubtFace[];
	readonly lost: readonly string[];
	readonly dropped: { readonly phones: number; readonly idNumbers: number; readonly others: number };
	/** What was decided so far: `3:yes,5:no`. */
	readonly decided?: string;
}

interface DoubtFace {
	readonly place: number;
	readonly line: number;
	readonly name: string;
	readonly text: string;
	readonly why: 'not-a-name' | 'duplicate' | 'two-names' | 'long' | 'two-accounts';
}

/** A pasted list before it is written: one doubtful line at a time, then everybody with the question whether it is right. */
export function rosterPreview(t: Words, branch: string, paste: PreviewFace, ways: Ways): Card {
	const [doubt] = paste.doubts;
	if (!doubt) return previewCard(t, branch, paste, ways);
	const settle = (take: string) =>
		ways.again({ decided: [...(paste.decided ? [paste.decided] : []), `${doubt.place}:${take}`].join(',') });
	return doubtCard(t, paste.doubts.length, doubt, settle);
}

function doubtCard(
	t: Words,
	open: number,
	{ line, name, text, why }: DoubtFace,
	settle: (take: string) => Action,
): Card {
	return {
		title: t('roster.doubt-title', { count: open }),
		tone: 'careful',
		body: [
			{ kind: 'text', text: t('roster.doubt-line', { line, text }) },
			{ kind: 'text', text: t(doubts[why], { name }) },
			{
				kind: 'buttons',
				buttons: [
					{ label: t('roster.doubt-skip'), action: settle('no'), style: 'primary' },
					{ label: t('roster.doubt-take', { name }), action: settle('yes') },
				],
			},
		],
	};
}

function previewCard(t: Words, branch: string, { entries, lost, dropped }: PreviewFace, ways: Ways): Card {
	const names = entries.map(({ name, standing, openId }) =>
		[
			name,
			...(standing === 'full' ? [] : [t(`standing.${standing}`)]),
			...(openId ? [t('roster.has-account')] : []),
		].join(t('list.dot')),
	);
	const notes = [
		dropped.idNumbers > 0 ? t('roster.dropped-ids', { count: dropped.idNumbers }) : undefined,
		dropped.phones > 0 ? t('roster.dropped-phones', { count: dropped.phones }) : undefined,
		dropped.others > 0 ? t('roster.dropped-others') : undefined,
		lost.length > 0 ? t('roster.lost', { lines: cut(t, lost, 5).join(t('list.comma')) }) : undefined,
	].filter((note) => note !== undefined);
	const body: Block[] = [
		{ kind: 'facts', rows: [[t('meeting.branch'), branch]] },
		{ kind: 'list', items: cut(t, names) },
	];
	if (notes.length > 0) body.push({ kind: 'text', text: notes.join('\n') });
	const confirm: Button = {
		label: t('roster.confirm', { count: entries.length }),
		action: ways.again({ sure: 'yes' }),
		style: 'primary',
	};
	const cancel: Button = { label: t('roster.cancel'), action: ways.drop };
	body.push({ kind: 'buttons', buttons: entries.length > 0 ? [confirm, cancel] : [cancel] });
	return {
		title: t('roster.preview', { count: entries.length }),
		tone: 'plain',
		lockScreen: t('roster.preview-summary'),
		body,
	};
}

const doubts: Readonly<Record<DoubtFace['why'], KeyFor<'name'>>> = {
	'not-a-name': 'roster.doubt-not-a-name',
	duplicate: 'roster.doubt-duplicate',
	'two-names': 'roster.doubt-two-names',
	long: 'roster.doubt-long',
	'two-accounts': 'roster.doubt-two-accounts',
};
