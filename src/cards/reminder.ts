import type { Block, Button, Card, Rich } from '../bot/vocabulary/index.ts';
import type { PlainKey, Words } from '../locales/index.ts';
import { cut, opens } from './frames.ts';
import { lessButton } from './less.ts';
import { answerButtons, kindsLine, type MeetingFace, meetingFacts, meetingGlance } from './meeting.ts';
import type { Moment } from './when.ts';

/** One line of a digest under its heading. */
export interface ReminderLine {
	readonly heading: PlainKey;
	readonly line: string;
}

/** Under each heading; more make a card that nobody reads. */
const MOST = 12;

/** All that waits for a secretary or officer, once a day, by job. What is said twice in the same words is counted. */
export function digestCard(t: Words, lines: readonly ReminderLine[], carrier: string): Card {
	const sections = Map.groupBy(lines, ({ heading }) => heading);
	const blocks = [...sections].flatMap(([heading, own]): Block[] => [
		{ kind: 'text', text: [{ bold: t(heading) }] },
		{ kind: 'list', items: counted(t, own) },
	]);
	const planning = lines.filter(({ heading }) => heading === 'reminder.heading.plan').length;
	// What is to be planned waits in nobody's list.
	const likely = [
		...(planning > 0 ? [planButton(t)] : []),
		...(planning < lines.length ? [todoButton(t, planning > 0 ? 'plain' : 'primary')] : []),
	];
	return {
		title: t('reminder.digest', { count: lines.length }),
		tone: 'plain',
		lockScreen: t('reminder.summary'),
		body: [
			...blocks,
			{ kind: 'buttons', buttons: [...likely, whyButton(t, carrier), lessButton(t)].slice(0, 3) },
		],
	};
}

/** One reminder by itself. */
export function aloneCard(t: Words, { heading, line }: ReminderLine, carrier: string): Card {
	return {
		title: t(heading),
		tone: 'plain',
		lockScreen: t('reminder.summary'),
		body: [
			{ kind: 'text', text: line },
			{ kind: 'buttons', buttons: [whyButton(t, carrier), lessButton(t)] },
		],
	};
}

type Answer = 'coming' | 'late' | 'online' | 'leave' | null;

/** A meeting is near: what is known of this person's coming, and the likeliest answers. */
export function meetingReminderCard(
	moment: Moment,
	face: MeetingFace,
	answer: Answer,
	carrier: string,
): Card {
	const { t } = moment;
	const own = answer === null ? t('answer.none') : t('answer.own', { answer: t(`answer.${answer}`) });
	const [come, leave] = answerButtons(t, face.id);
	const answers = [...(answer === null && come ? [come] : []), ...(leave ? [leave] : [])];
	const rest = [whyButton(t, carrier), lessButton(t)].slice(0, 3 - answers.length);
	return {
		title: t('reminder.ahead.title', { kinds: kindsLine(t, face.kinds), id: face.id }),
		tone: 'plain',
		lockScreen: meetingGlance(moment, face, answer === null),
		body: [
			{ kind: 'facts', rows: meetingFacts(moment, face) },
			{ kind: 'text', text: own },
			{ kind: 'buttons', buttons: [...answers, ...rest] },
		],
	};
}

function counted(t: Words, lines: readonly ReminderLine[]): readonly Rich[] {
	const times = Map.groupBy(lines, ({ line }) => line);
	const items = [...times].map(([line, same]) =>
		same.length === 1 ? line : t('reminder.times', { line, count: same.length }),
	);
	return cut(t, items, MOST);
}

function todoButton(t: Words, style: Button['style']): Button {
	return opens(t('greet.todo'), 'todo', {}, style);
}

function planButton(t: Words): Button {
	return opens(t('meeting.plan-button'), 'meeting.form', {}, 'primary');
}

function whyButton(t: Words, carrier: string): Button {
	return opens(t('reminder.why-button'), 'why', { carrier });
}
