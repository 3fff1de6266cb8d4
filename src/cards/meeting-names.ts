import type { Attendance } from '../../db/attendance.ts';
import type { Meeting } from '../../db/meetings.ts';
import type { Block, Button, Card } from '../bot/vocabulary/index.ts';
import type { PlainKey, Words } from '../locales/index.ts';
import { cut } from './frames.ts';

interface NamedFace {
	readonly id: number;
	readonly state: Meeting['state'];
	readonly begun: boolean;
	readonly title: string;
	readonly facts: readonly (readonly [string, string])[];
	readonly numbers: string;
	readonly people: readonly NamedLine[];
	/** For whom the reader acts. */
	readonly note?: string;
}

interface NamedLine extends Pick<Attendance, 'answer' | 'roll'> {
	readonly name: string;
	readonly checkedIn: boolean;
	readonly reason?: string;
}

/** A meeting with names, for who runs it: the roll where there is one, else the answers; reasons beside the name. */
export function namedCard(t: Words, face: NamedFace): Card {
	const rolled = face.people.some(({ roll }) => roll !== null);
	const groups = rolled
		? groupsBy(face.people, rolls, ({ roll }) => roll)
		: groupsBy(face.people, answers, ({ answer }) => answer);
	const items = groups.map(([key, people]) =>
		t('names.line', {
			label: t(key),
			count: people.length,
			names: cut(
				t,
				people.map((each) => nameOf(t, each)),
			).join(t('list.comma')),
		}),
	);
	const body: Block[] = [
		{ kind: 'facts', rows: face.facts },
		{ kind: 'text', text: [{ bold: face.numbers }] },
	];
	if (items.length > 0) body.push({ kind: 'list', items });
	if (face.note) body.push({ kind: 'text', text: face.note });
	const buttons = buttonsOf(t, face, rolled);
	if (buttons.length > 0) body.push({ kind: 'buttons', buttons });
	return {
		title: face.title,
		tone: face.state === 'cancelled' ? 'careful' : 'plain',
		lockScreen: t('meeting.summary'),
		body,
	};
}

function buttonsOf(t: Words, { id, state, begun }: NamedFace, rolled: boolean): Button[] {
	if (state === 'cancelled') return [];
	const button = (
		key: PlainKey,
		command: string,
		args: Record<string, string>,
		style?: Button['style'],
	): Button => ({
		label: t(key),
		action: { command, args: { meeting: String(id), ...args } },
		style,
	});
	if (begun && !rolled)
		return [
			button('roll.all-present', 'roll.all', {}, 'primary'),
			button('roll.by-answers', 'roll.by-answers', {}),
		];
	if (begun) return [];
	return [button('meeting.cancel-button', 'meeting.cancel', {})];
}

function nameOf(t: Words, { name, reason, checkedIn }: NamedLine): string {
	const notes = [...(reason ? [reason] : []), ...(checkedIn ? [t('names.checked-in')] : [])];
	return notes.length > 0 ? t('names.with-note', { name, note: notes.join(t('list.comma')) }) : name;
}

type Group = readonly [PlainKey, readonly NamedLine[]];

function groupsBy<V extends string>(
	people: readonly NamedLine[],
	labels: Readonly<Record<V | 'none', PlainKey>>,
	wordOf: (line: NamedLine) => V | null,
): Group[] {
	const keys = Object.keys(labels) as (V | 'none')[];
	return keys
		.map((key): Group => [labels[key], people.filter((line) => (wordOf(line) ?? 'none') === key)])
		.filter(([, members]) => members.length > 0);
}

const answers = {
	coming: 'answer.coming',
	late: 'answer.late',
	online: 'answer.online',
	leave: 'answer.leave',
	none: 'names.no-answer',
} as const satisfies Record<string, PlainKey>;

const rolls = {
	present: 'mark.present',
	late: 'mark.late',
	online: 'mark.online',
	excused: 'mark.excused',
	absent: 'mark.absent',
	none: 'names.no-roll',
} as const satisfies Record<string, PlainKey>;
