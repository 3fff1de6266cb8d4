import { listOf } from '../../db/attendance.ts';
import { chatById } from '../../db/chats.ts';
import { meetingById } from '../../db/meetings.ts';
import { saidIn, type Undelivered } from '../../db/outbox/index.ts';
import { accountKnown } from '../../db/people.ts';
import { ticketById } from '../../db/tickets.ts';
import type { Scene } from '../../src/bot/view.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sayWhen } from '../../src/cards/when.ts';

/** What did not arrive, as lines for its author: what it was, whom it was for, why; those with one reason share a line. */
export function linesOf(scene: Scene, rows: readonly Undelivered[]): string[] {
	const groups = Map.groupBy(rows, ({ about, why, lane, anyOne, triedUntil }) =>
		JSON.stringify([
			about,
			why,
			triedUntil === null,
			anyOne || lane.startsWith('chat:') ? lane : 'people',
			anyOne,
		]),
	);
	return [...groups.values()].flatMap((alike) => lineOf(scene, alike));
}

function lineOf(scene: Scene, alike: readonly Undelivered[]): string[] {
	const { t, db, zone } = scene;
	const [first] = alike;
	if (!first) return [];
	const thing = thingOf(scene, first);
	const why = t(`delivery.why.${first.why}`);
	const until = first.triedUntil === null ? undefined : sayWhen(t, first.triedUntil, zone, scene.now);
	if (first.anyOne) return [t('delivery.nobody', { thing, why })];
	if (!first.lane.startsWith('chat:')) {
		const names = alike.map(({ lane }) => nameOf(scene, lane)).join(t('list.comma'));
		return [
			until
				? t('delivery.held', { thing, to: names, why, until })
				: t('delivery.to-people', { thing, names, why }),
		];
	}
	const group = chatById(db, first.lane.slice('chat:'.length))?.name ?? t('delivery.the-group');
	if (until) return [t('delivery.held', { thing, to: group, why, until })];
	const line = t('delivery.to-group', { thing, group, why });
	const singly = saidIn(db, first.turn).filter(
		({ lane, state }) => lane.startsWith('person:') && state !== 'failed',
	).length;
	const without = withoutAccount(scene, first.about);
	return [
		line,
		...(singly > 0 ? [t('delivery.singly', { count: singly })] : []),
		...(without > 0 ? [t('delivery.without', { count: without })] : []),
	];
}

function nameOf({ db, t }: Scene, lane: string): string {
	const person = accountKnown(db, lane.slice('person:'.length));
	return person?.name ?? person?.accountName ?? t('delivery.somebody');
}

function numberIn(about: string | null, kind: string): number | undefined {
	const [word, id] = about?.split(':') ?? [];
	return word === kind ? Number(id) : undefined;
}

function thingOf(scene: Scene, { about }: Undelivered): string {
	const { db, t } = scene;
	const meeting = numberIn(about, 'meeting');
	const sheet = meeting === undefined ? undefined : meetingById(db, meeting);
	if (sheet) return t('delivery.meeting', { line: meetingLine(scene, sheet) });
	const ticket = numberIn(about, 'ticket');
	if (ticket !== undefined) return t('delivery.ticket', { id: ticket });
	if (numberIn(about, 'registration') !== undefined) return t('delivery.registration');
	const transfer = numberIn(about, 'transfer');
	return transfer === undefined ? t('delivery.message') : t('delivery.transfer', { id: transfer });
}

function withoutAccount({ db }: Scene, about: string | null): number {
	const meeting = numberIn(about, 'meeting');
	if (meeting === undefined) return 0;
	return listOf(db, meeting).filter(({ openId }) => openId === null).length;
}

/** What its author can do instead. */
export function adviceFor({ db, t }: Scene, { about, by, anyOne }: Undelivered): string {
	const id = numberIn(about, 'ticket');
	const ticket = id === undefined ? undefined : ticketById(db, id);
	if (!ticket) return t('delivery.advice');
	if (ticket.requesterId !== accountKnown(db, by)?.id)
		return t('delivery.advice-assignee', { id: ticket.id });
	return t(anyOne ? 'delivery.advice-nobody' : 'delivery.advice-requester');
}
