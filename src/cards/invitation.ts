import type { Attendance } from '../../db/attendance.ts';
import type { Block, Button, Card, Rich } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import { answerButtons, kindsLine, type MeetingFace, meetingFacts, meetingGlance } from './meeting.ts';
import type { Moment } from './when.ts';

type OwnLine = Pick<Attendance, 'answer' | 'roll' | 'checkedInAt'>;

/** What only this person's own card says, just after they answered. */
interface JustAnswered {
	readonly undo: Button;
	/** Kept with the answer; only who runs the branch reads it. */
	readonly reason?: string;
}

/** One person's own card of a meeting: what is known of their coming, and the ways to change it. */
export function invitationCard(
	moment: Moment,
	face: MeetingFace,
	line: OwnLine | undefined,
	just?: JustAnswered,
): Card {
	const { t } = moment;
	const kinds = kindsLine(t, face.kinds);
	const text = (words: Rich): Block => ({ kind: 'text', text: words });
	const facts: Block = { kind: 'facts', rows: meetingFacts(moment, face) };
	if (face.state === 'cancelled') {
		const why = face.cancelledWhy ? [text(t('meeting.cancelled-why', { why: face.cancelledWhy }))] : [];
		return {
			title: t('meeting.title-cancelled', { kinds, id: face.id }),
			tone: 'careful',
			lockScreen: meetingGlance(moment, face, false),
			body: [facts, ...why],
		};
	}
	if (face.state === 'closed' && line?.roll) {
		const title = t('meeting.title-closed', { kinds, id: face.id });
		return {
			title,
			tone: 'good',
			lockScreen: t('meeting.summary'),
			body: [facts, text([{ bold: ownLine(t, line) ?? '' }])],
		};
	}
	const body: Block[] = [facts];
	const named = t('meeting.title', { kinds, id: face.id });
	if (line?.answer) body.unshift({ kind: 'facts', rows: [[t('roll.meeting'), named]] });
	const own = ownLine(t, line);
	if (own) body.push(text([{ bold: own }]));
	if (just?.reason) body.push(text(t('answer.reason', { reason: just.reason })));
	const answer = line?.answer ?? null;
	const others = answerButtons(t, face.id).filter(
		({ action }) => action.command !== commandOf[answer ?? 'none'],
	);
	const buttons = answer === null ? others : [...others.slice(0, 2), ...(just ? [just.undo] : [])];
	if (face.state === 'open' && line && line.roll === null) body.push({ kind: 'buttons', buttons });
	const asks = answer === null && face.state === 'open';
	const lockScreen = meetingGlance(moment, face, asks);
	const title = answer === null ? named : t(`answer.noted-${answer}`);
	return { title, tone: answer === null ? 'plain' : 'good', lockScreen, body };
}

function ownLine(t: Words, line: OwnLine | undefined): string | undefined {
	if (!line) return undefined;
	if (line.roll) return t('answer.roll', { mark: t(`mark.${line.roll}`) });
	const said = line.answer ? t('answer.own', { answer: t(`answer.${line.answer}`) }) : t('answer.none');
	return line.checkedInAt === null ? said : `${said} ${t('answer.checked-in')}`;
}

const commandOf = { coming: 'come', leave: 'leave', late: 'late', online: 'online', none: '' } as const;
