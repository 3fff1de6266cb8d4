import type { AttendanceFigures } from '../../../db/figures/attendance.ts';
import type { Block, Card } from '../../bot/vocabulary/index.ts';
import type { Words } from '../../locales/index.ts';
import { attendanceFacts } from './attendance.ts';
import { type FloatReport, floatFacts } from './floats.ts';
import { asOf, type Frame, goTo, type Part, titleOf, total } from './frame.ts';
import { categoriesLine, noTickets, type TicketReport, ticketFacts } from './tickets.ts';
import { noTransfers, type TransferReport, transferFacts } from './transfers.ts';

export interface Overview {
	readonly frame: Frame;
	readonly attendance: readonly AttendanceFigures[];
	readonly floats: FloatReport;
	readonly transfers: TransferReport;
	readonly tickets: TicketReport;
}

type Facts = readonly (readonly [string, string])[];

/** The four jobs on one card; what each figure counts is said on the card of its job. */
export function overviewCard(t: Words, { frame, attendance, floats, transfers, tickets }: Overview): Card {
	const job = (part: Exclude<Part, 'overview'>, facts: Facts | undefined): Block[] => [
		{ kind: 'text', text: [{ bold: t(`figures.button.${part}`) }] },
		facts ? { kind: 'facts', rows: facts } : { kind: 'text', text: t(`figures.${part}.none`) },
	];
	const kinds: Facts = tickets.whole ? [[t('figures.tickets.category'), categoriesLine(t, tickets)]] : [];
	return {
		title: titleOf(t, frame),
		tone: 'plain',
		body: [
			asOf(t, frame),
			...job('attendance', total(attendance, 'held') > 0 ? attendanceFacts(t, attendance) : undefined),
			...job(
				'floats',
				floats.rows.length > 0 ? floatFacts(t, frame, floats.rows, floats.contact) : undefined,
			),
			...job(
				'transfers',
				noTransfers(frame, transfers.all)
					? undefined
					: transferFacts(t, frame, transfers.all, transfers.median),
			),
			...job('tickets', noTickets(tickets.rows) ? undefined : [...ticketFacts(t, tickets), ...kinds]),
			{
				kind: 'buttons',
				buttons: [
					goTo(t, frame, 'attendance', 'primary'),
					goTo(t, frame, 'floats'),
					goTo(t, frame, 'transfers'),
					goTo(t, frame, 'tickets'),
				],
			},
		],
	};
}
