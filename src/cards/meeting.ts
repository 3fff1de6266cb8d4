import type { Counts } from '../../db/attendance.ts';
import type { MeetingSheet } from '../../db/meetings.ts';
import type { Block, Button, Card } from '../bot/vocabulary/index.ts';
import type { KeyFor, PlainKey, Words } from '../locales/index.ts';
import { MEETING_KINDS, type MeetingKind } from '../rules/meetings.ts';
import { type Moment, sayWhen } from './when.ts';

/** What the cards say of a meeting. */
export type MeetingFace = Pick<
	MeetingSheet,
	'id' | 'kinds' | 'startsAt' | 'place' | 'topic' | 'state' | 'cancelledWhy'
> & { readonly branch: Pick<MeetingSheet['branch'], 'name'> };

/** 「主题党日、党课」, in the order of the rule book. */
export function kindsLine(t: Words, kinds: readonly MeetingKind[]): string {
	const inOrder = MEETING_KINDS.filter((kind) => kinds.includes(kind));
	return inOrder.map((kind) => t(`kind.${kind}`)).join(t('list.and'));
}

/** 「12月10日（周三）下午3点 主题党日」: enough to know which one is meant. */
export function meetingLine({ t, zone, now }: Moment, face: MeetingFace): string {
	return `${sayWhen(t, face.startsAt, zone, now)} ${kindsLine(t, face.kinds)}`;
}

/** What a locked phone shows: when, what, where, and whether an answer is wanted. */
export function meetingGlance(moment: Moment, face: MeetingFace, asks: boolean): string {
	const { place, state } = face;
	const { t } = moment;
	const named = meetingLine(moment, face);
	const line = place === null ? named : t('meeting.line-at', { line: named, place });
	if (state === 'cancelled') return t('meeting.glance-cancelled', { line });
	return asks ? t('meeting.wanted', { line }) : line;
}

/** Time, place, topic, branch. */
export function meetingFacts({ t, zone, now }: Moment, face: MeetingFace): [string, string][] {
	const rows: [string, string | null][] = [
		[t('meeting.when'), sayWhen(t, face.startsAt, zone, now)],
		[t('meeting.place'), face.place],
		[t('meeting.topic'), face.topic],
		[t('meeting.branch'), face.branch.name],
	];
	return rows.filter((row): row is [string, string] => row[1] !== null);
}

/** Of one meeting, or of several that differ only in when they are: kinds, every time, place, topic, branch. */
export function planFacts(moment: Moment, faces: readonly MeetingFace[]): [string, string][] {
	const [first] = faces;
	if (!first) return [];
	const { t, zone, now } = moment;
	const [when, ...others] = meetingFacts(moment, first);
	const several = faces.map((face, at): [string, string] => [
		t('meeting.series-nth', { n: at + 1 }),
		sayWhen(t, face.startsAt, zone, now),
	]);
	const times = faces.length > 1 ? several : when ? [when] : [];
	return [[t('meeting.kind'), kindsLine(t, first.kinds)], ...times, ...others];
}

/** The group's card: what, when, where, and numbers only; nobody's name. */
export function meetingCard(moment: Moment, face: MeetingFace, counts: Counts): Card {
	const { t } = moment;
	const title = t(titles[face.state], { kinds: kindsLine(t, face.kinds), id: face.id });
	const facts: Block = { kind: 'facts', rows: meetingFacts(moment, face) };
	const text = (words: string): Block => ({ kind: 'text', text: words });
	if (face.state === 'cancelled') {
		const why = face.cancelledWhy ? [text(t('meeting.cancelled-why', { why: face.cancelledWhy }))] : [];
		return { title, tone: 'careful', lockScreen: meetingGlance(moment, face, false), body: [facts, ...why] };
	}
	if (face.state === 'closed') return { title, tone: 'good', body: [facts, text(rollLine(t, counts))] };
	const body = [
		facts,
		text(answersLine(t, counts)),
		{ kind: 'buttons', buttons: answerButtons(t, face.id) } as const,
	];
	const lockScreen = meetingGlance(moment, face, true);
	return { title, tone: 'plain', lockScreen, body };
}

/** 「应到12 · 参加5 · 请假1 · 未答6」 */
export function answersLine(t: Words, counts: Counts): string {
	const coming = counts.coming + counts.late + counts.online;
	const open = counts.expected - counts.answered;
	return t('meeting.answers', { expected: counts.expected, coming, leave: counts.leave, open });
}

/** 「应到12 · 实到10 · 请假1 · 缺席1」 */
export function rollLine(t: Words, { expected, present, excused, absent }: Counts): string {
	return t('meeting.roll', { expected, present, excused, absent });
}

/** The three likeliest answers, the likeliest first; without a meeting the tap asks which one. */
export function answerButtons(t: Words, id?: number): Button[] {
	const button = (command: string, key: PlainKey, style: Button['style']): Button => ({
		label: t(key),
		action: { command, args: id === undefined ? {} : { meeting: String(id) } },
		style,
	});
	return [
		button('come', 'answer.coming', 'primary'),
		button('leave', 'answer.leave', 'plain'),
		button('late', 'answer.late', 'plain'),
	];
}

const titles: Readonly<Record<MeetingFace['state'], KeyFor<'kinds' | 'id'>>> = {
	open: 'meeting.title',
	closed: 'meeting.title-closed',
	cancelled: 'meeting.title-cancelled',
};

/** What a plan says so far, as its arguments are kept. */
export interface PlanWords {
	readonly when?: string;
	readonly kinds?: string;
	readonly place?: string;
	readonly topic?: string;
}

/** The form that plans a meeting: day and time, kinds, place, topic; filled with what is known. */
export function planForm(
	t: Words,
	branch: { readonly id: number; readonly name: string },
	known: PlanWords = {},
	draft?: string,
): Card {
	return {
		title: t('meeting.form-title', { name: branch.name }),
		tone: 'plain',
		body: [
			{
				kind: 'form',
				name: 'plan',
				fields: [
					{ kind: 'date-time', name: 'when', label: t('meeting.when'), required: true, value: known.when },
					{
						kind: 'choices',
						name: 'kinds',
						label: t('meeting.kind'),
						value: known.kinds,
						choices: MEETING_KINDS.filter((kind) => kind !== 'other').map((kind) => ({
							value: kind,
							label: t(`kind.${kind}`),
						})),
					},
					{
						kind: 'input',
						name: 'place',
						label: t('meeting.place'),
						value: known.place,
						placeholder: t('meeting.place-example'),
					},
					{
						kind: 'input',
						name: 'topic',
						label: t('meeting.topic'),
						value: known.topic,
						placeholder: t('meeting.topic-example'),
					},
				],
				submit: {
					label: t('meeting.form-submit'),
					action: { command: 'meeting', args: { branch: String(branch.id), sure: '' }, draft },
					style: 'primary',
				},
			},
		],
	};
}
