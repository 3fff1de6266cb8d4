import { type ListedPerson, listOf } from '../../db/attendance.ts';
import { seatsOf } from '../../db/chats.ts';
import { type MeetingSheet, meetingById } from '../../db/meetings.ts';
import { fateOf, saidIn, untoldAt } from '../../db/outbox/index.ts';
import { listen } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { type Scene, text, view } from '../../src/bot/view.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { planFacts } from '../../src/cards/meeting.ts';
import type { KeyFor, Words } from '../../src/locales/index.ts';
import { invitationOpen, invitationView, meetingView } from './sheet.ts';

/** The group gets its card; whoever does not sit in the group gets one of their own. */
export function announce(turn: Turn, sheet: MeetingSheet): void {
	const { chatId } = sheet.branch;
	const about = `meeting:${sheet.id}`;
	if (chatId) turn.post(chatId, meetingView.of({ meeting: sheet.id }), { about });
	const seats = chatId ? seatsOf(turn.db, chatId) : [];
	const seated = new Set(seats.map(({ openId }) => openId));
	if (chatId && seated.size === 0) return;
	const invited = listOf(turn.db, sheet.id);
	inviteSingly(
		turn,
		sheet.id,
		invited.filter(({ openId }) => openId === null || !seated.has(openId)),
	);
}

function inviteSingly(turn: Turn, meeting: number, people: readonly ListedPerson[]): void {
	for (const { id } of people) {
		const whose = { meeting, person: id };
		const about = `meeting:${meeting}`;
		turn.notify(id, invitationView.of(whose), { about, condition: invitationOpen.of(whose) });
	}
}

/** The group can't be told: each gets a card of their own, who has none yet. */
export const groupNotTold = listen('undelivered', (turn, { to, about, turn: planned }) => {
	const [kind, number] = about?.split(':') ?? [];
	if (to.kind !== 'chat' || kind !== 'meeting') return;
	const sheet = meetingById(turn.db, Number(number));
	if (sheet?.state !== 'open' || sheet.startsAt <= turn.now) return;
	const invited = new Set(saidIn(turn.db, planned).map(({ lane }) => lane));
	inviteSingly(
		turn,
		sheet.id,
		listOf(turn.db, sheet.id).filter(({ openId }) => !invited.has(`person:${openId}`)),
	);
});

/** The bot is back in the group: what could not be told there is told now, as long as it is ahead. */
export const groupBack = listen('bot-added', (turn, { chatId }) => {
	for (const about of untoldAt(turn.db, { kind: 'chat', chatId })) {
		const [kind, number] = about.split(':');
		const sheet = kind === 'meeting' ? meetingById(turn.db, Number(number)) : undefined;
		if (sheet?.state === 'open' && sheet.startsAt > turn.now)
			turn.post(chatId, meetingView.of({ meeting: sheet.id }), { about });
	}
});

/** What whoever planned it sees: what was understood, and how far the notice is. */
export const plannedView = view({
	name: 'meeting-planned',
	subject: { meetings: text, turn: text },
	draw(scene, { meetings, turn }) {
		const { db, t } = scene;
		const sheets = meetings.split(',').flatMap((number) => meetingById(db, Number(number)) ?? []);
		const [sheet] = sheets;
		if (!sheet) return undefined;
		const invited = listOf(db, sheet.id);
		const without = invited.filter(({ openId }) => openId === null);
		const told =
			invited.length === 0 ? t('meeting.nobody-invited') : howFar(scene, sheet, turn, invited.length);
		return doneCard({
			title:
				sheets.length > 1
					? t('meeting.series-planned', { count: sheets.length })
					: t('meeting.planned', { id: sheet.id }),
			facts: planFacts(scene, sheets),
			text: [told, ...withoutAccount(t, without)].join('\n'),
			tone: ['lacking', 'held-up'].includes(fateOf(db, turn)) ? 'careful' : 'good',
			buttons: [undoButton(t, turn)],
		});
	},
});

/** Whom no message reaches: how many, and what to say for the first of them. */
function withoutAccount(t: Words, people: readonly { readonly name: string | null }[]): string[] {
	const [first] = people;
	return first ? [t('meeting.without-account', { count: people.length, name: first.name ?? '' })] : [];
}

const TOLD: Readonly<Record<ReturnType<typeof fateOf>, { group: KeyFor<'count'>; singly: KeyFor<'count'> }>> =
	{
		'on-its-way': { group: 'meeting.posting', singly: 'meeting.sending-singly' },
		'held-up': { group: 'meeting.posting-held', singly: 'meeting.sending-singly' },
		arrived: { group: 'meeting.posted', singly: 'meeting.sent-singly' },
		lacking: { group: 'meeting.posted-not-all', singly: 'meeting.posted-not-all' },
	};

function howFar({ db, t }: Scene, { branch }: MeetingSheet, turn: string, count: number): string {
	const said = saidIn(db, turn);
	const group = said.find(({ lane }) => lane.startsWith('chat:'));
	if (group?.state === 'failed') return t('meeting.not-posted', { count });
	return t(TOLD[fateOf(db, turn)][branch.chatId ? 'group' : 'singly'], { count });
}
