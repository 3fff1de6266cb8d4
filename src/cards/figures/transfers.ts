import type { TransferFigures, TransferRow } from '../../../db/figures/transfers.ts';
import type { Block, Card } from '../../bot/vocabulary/index.ts';
import type { Words } from '../../locales/index.ts';
import { around, asOf, byBranch, type Frame, titleOf } from './frame.ts';

export interface TransferReport {
	readonly frame: Frame;
	readonly all: Omit<TransferFigures, 'times'>;
	/** From beginning to end, days; absent when none was done. */
	readonly median?: number;
	readonly rows: readonly TransferRow[];
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
	all: Omit<TransferFigures, 'times'>,
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
export function noTransfers({ span }: Frame, all: Omit<TransferFigures, 'times'>): boolean {
	const within = all.started + all.done + all.back + all.exempt;
	const now = all.waitingLetter + all.withLetter + all.received;
	return within + (span.state === 'running' ? now : 0) === 0;
}
