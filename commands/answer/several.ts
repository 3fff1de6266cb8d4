import { z } from 'zod';
import { type AnswerWord, type ListedPerson, listOf } from '../../db/attendance.ts';
import type { MeetingSheet } from '../../db/meetings.ts';
import { ownPeople } from '../../src/bot/arguments/index.ts';
import type { Arg } from '../../src/bot/command.ts';
import { askIfSure, Choose, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sentence } from '../../src/locales/index.ts';
import { readAnswer } from '../../src/reading/answer.ts';
import { type Mark, readRoll } from '../../src/reading/roll/index.ts';
import { writeAnswer } from './answers.ts';

/** What can be said for somebody, the likeliest first. */
export const ANSWERS = ['leave', 'coming', 'late', 'online'] as const;

const ANSWER_OF: Readonly<Record<Mark, AnswerWord | undefined>> = {
	present: 'coming',
	late: 'late',
	online: 'online',
	excused: 'leave',
	// Beforehand nobody is absent: what is meant is asked.
	absent: undefined,
};

/** One of several: who, and what was said for them; or words that nothing could be made of. */
const one = z.union([
	z.object({ id: z.number().int().positive(), answer: z.enum(ANSWERS).optional() }),
	z.object({ unread: z.string() }),
]);
type One = z.infer<typeof one>;

/** 代 张三 李四 请假, 代 #接龙 …: more than one person is read as a list, never as the first of them. */
export const several: Arg<readonly One[]> = {
	schema: z
		.string()
		.default('[]')
		.transform((json, issues) => {
			try {
				return z.array(one).parse(JSON.parse(json));
			} catch {
				issues.addIssue('not a list of answers');
				return z.NEVER;
			}
		}),
	read(said, turn) {
		const people = ownPeople(turn).map(({ id, name, openId }) => ({
			id,
			name,
			mention: said.mentions.find((each) => openId !== null && each.openId === openId)?.key,
		}));
		const { marks, unmarked, ambiguous, twice, unknown, unread } = readRoll(said.text, people);
		const known = [...unmarked, ...twice, ...ambiguous.map(({ name }) => name)];
		const chain = /^\s*#?\s?接龙/u.test(said.text);
		// 代 李四 请假 陪张三去医院: the other one is part of the reason.
		const reasoned = marks.length === 1 && marks[0]?.mark === 'excused' && unread.length > 0;
		if ((marks.length + known.length < 2 || reasoned) && !chain) return undefined;
		// Names alone say nothing of coming; below 接龙 they do.
		const silent = !chain && marks.every(({ mark }) => mark === 'present') && !readAnswer(said.text);
		said.takeRest();
		const open = people.filter(({ name }) => unmarked.includes(name)).map(({ id }) => ({ id }));
		const doubts = [...ambiguous.map(({ name }) => name), ...twice, ...unknown, ...unread];
		const all: One[] = [
			...marks.map(({ id, mark }) => ({ id, answer: silent ? undefined : ANSWER_OF[mark] })),
			...open,
			...doubts.map((words) => ({ unread: said.named(words) })),
		];
		return JSON.stringify(all);
	},
};

/** Answers for all of a list, after a look at it; with anything in it that is not clear nothing is written. */
export function answerForSeveral(
	turn: Turn,
	sheet: MeetingSheet,
	list: readonly One[],
	said: { readonly answer: AnswerWord | 'unclear' | undefined; readonly sure: boolean },
): void {
	const { t, db } = turn;
	const invited = new Map(listOf(db, sheet.id).map((each) => [each.id, each]));
	const unread = list.flatMap((each) => ('unread' in each ? [each.unread] : []));
	const given = list.flatMap((each) => ('id' in each ? [{ ...each, who: invited.get(each.id) }] : []));
	if (unread.length > 0) throw new Refusal('answer.several-unread', { names: unread.join(t('list.comma')) });
	const missing = given.filter(({ who }) => who === undefined).length;
	if (missing > 0) throw new Refusal('answer.several-not-invited', { count: missing });
	const fallback = said.answer === 'unclear' ? undefined : said.answer;
	const people = given.flatMap(({ who, answer }) => (who ? [{ who, answer: answer ?? fallback }] : []));
	turn.found('meeting', String(sheet.id));
	const names = namesOf(
		turn,
		people.filter(({ answer }) => answer === undefined),
	);
	if (names !== '') {
		const question = sentence('answer.for-what', { name: names });
		throw new Choose(
			'answer',
			ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) })),
			{ question, tooMany: question },
		);
	}
	const lines = ANSWERS.flatMap((answer) => {
		const those = namesOf(
			turn,
			people.filter((each) => each.answer === answer),
		);
		return those === '' ? [] : [t('answer.several-line', { answer: t(`answer.${answer}`), names: those })];
	}).join('\n');
	const line = meetingLine(turn, sheet);
	if (!said.sure)
		throw askIfSure(sentence('answer.several-sure', { line, lines }), {
			yes: t('answer.several-yes'),
			no: t('answer.several-no'),
		});
	for (const { who, answer } of people) if (answer) writeAnswer(turn, sheet, who, answer, undefined);
	turn.say(
		doneCard({
			title: t('answer.for-title'),
			text: [lines, line].join('\n'),
			buttons: [undoButton(t, turn.update.id)],
		}),
		{ about: `meeting:${sheet.id}` },
	);
}

function namesOf({ t }: Turn, people: readonly { readonly who: ListedPerson }[]): string {
	return people.map(({ who }) => who.name).join(t('list.comma'));
}
