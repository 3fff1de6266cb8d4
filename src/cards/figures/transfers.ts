import type { Block, Card } from '../../bot/vocabulary/index.ts';
import type { Words } from '../../locales/index.ts';
import { around, asOf, byBranch, type Frame, titleOf } from './frame.ts';

export interface TransferCounts {
	readonly started: number;
	readonly done: number;
	readonly back: number;
	readonly exempt: number;
	readonly waitingLetter: number;
	readonly withLetter: number;
	readonly received: number;
}

export interface TransferReport {
	readonly frame: Frame;
	readonly all: TransferCounts;
	/** From beginning to end, days; absent when none was done. */
	readonly median?: number;
	readonly rows: readonly (TransferCounts & { readonly branch: string })[];
}

/** What began, what is under way, what came to an end; nobody by name. */
export function transfersCard(t: Words, { frame, all, median, rows }: TransferReport): Card {
	const title = titleOf(t, frame);
	const body: Block[] = [asOf(t, frame)];
	if (noTransfers(frame, all)) body.push({ kind: 'text', text: t('figures.transfers.none') });
	else
		body.push(
			{ kind: 'facts', rows: transferFacts(t, frame, all, median) },
			...byBranch(
				t,
				frame,
				[t('figures.transfers.started'), t('figures.transfers.done'), t('figures.transfers.back')],
				rows.map((row) => [row.branch, String(row.started), String(row.done), String(row.back)]),
			),
			{ kind: 'text', text: t('figures.transfers.definition') },
		);
	body.push(around(t, frame));
	return { title, tone: 'plain', body };
}

/** What is under way is known of today only: a quarter that is over does not say it. */
export function transferFacts(
	t: Words,
	{ span }: Frame,
	all: TransferCounts,
	median: number | undefined,
): (readonly [string, string])[] {
	const { started, done, back, exempt, waitingLetter, withLetter, received } = all;
	const rows: (readonly [string, string])[] = [
		[t('figures.quarter-short'), t('figures.transfers.quarter-value', { started, done, back, exempt })],
	];
	if (span.state === 'running')
		rows.push([
			t('figures.transfers.under-way'),
			t('figures.transfers.under-way-value', { waitingLetter, withLetter, received }),
		]);
	if (median !== undefined)
		rows.push([t('figures.transfers.median'), t('figures.transfers.days', { days: median })]);
	return rows;
}

/** Whether there is nothing to tell of the quarter. */
export function noTransfers({ span }: Frame, all: TransferCounts): boolean {
	const within = all.started + all.done + all.back + all.exempt;
	const now = all.waitingLetter + all.withLetter + all.received;
	return within + (span.state === 'running' ? now : 0) === 0;
}
