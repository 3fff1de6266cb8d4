import { zhibu } from '../../commands/index.ts';
import { commandOf } from '../../src/bot/repertoire.ts';
import { normalise } from '../../src/reading/normalise.ts';
import {
	choose,
	learned,
	NOTHING,
	rank,
	readLooseNumbers,
	readSentence,
	type Scene,
	type Sentence,
	sure,
	type World,
} from '../../src/reading/sentence/index.ts';
import { readQuarter, readWhen } from '../../src/reading/when/index.ts';
import { CASES, type Case, type Hearer } from './case.ts';

const RIGHTS = { outsider: 0, anyone: 0, member: 1, secretary: 2, officer: 3 };
/** Who may say what can't be done yet: DESIGN, What people can say. */
const OF_SECRETARIES =
	'minutes print experience headcount find-time export list-names organisation report development term'.split(
		' ',
	);
const QUESTIONS =
	'meeting:ask mine rule-book help why todo whats-due paper my-data ticket.list transfer float roster branch.list experience'.split(
		' ',
	);

const NAMED = ['person', 'people', 'present', 'excused', 'absent', 'with', 'members'];
const listed = (names: Iterable<string>) => [...new Set(names)].map((name, id) => ({ id, name }));
const namesOf = (one: Case, keys: readonly string[]) =>
	keys.flatMap((key) => one.args[key] ?? []).filter((name) => typeof name === 'string');
/** Who is on no roster yet when it is said. */
const NEW = ['roster.add', 'register'];

/** The speakers' world: whoever the cases call by name and is not just being entered. */
const world: World = {
	now: Date.parse('2026-11-23T10:00:00+08:00'),
	zone: 'Asia/Shanghai',
	today: '2026-11-23',
	people: listed(
		CASES.filter(({ command }) => !NEW.includes(command ?? '')).flatMap((one) => namesOf(one, NAMED)),
	),
	branches: listed(CASES.flatMap((one) => namesOf(one, ['branch', 'branches', 'parent', 'to']))),
};

function sceneOf({ who }: Case): Scene {
	return {
		manages: RIGHTS[who] >= RIGHTS.secretary,
		may(wish) {
			const declared = zhibu.commands.get(commandOf(wish));
			const needed =
				declared?.kind === 'command' ? declared.who : OF_SECRETARIES.includes(wish) ? 'secretary' : 'anyone';
			return RIGHTS[who] >= RIGHTS[wish === 'meeting' ? 'secretary' : needed];
		},
	};
}

const ANSWERS = { coming: 'come', leave: 'leave', late: 'late', online: 'online', present: 'check-in' };

/** The sentence by itself, before any word of the repertoire and without what is open for the speaker. */
export const byReading: Hearer = (one) => {
	const text = normalise(one.text.replace(/@(\S+?)(?=\s|$)/gu, '$1'));
	const sentence = readSentence(text, world);
	const said = sure(sentence);
	const likely = rank(learned, sentence, world, sceneOf(one));
	const wishes = likely.map(({ wish }) => wish);
	const unread = Object.entries(one.args)
		.filter(([key, value]) => !isRead(key, value, sentence))
		.map(([key]) => key);
	if (said) return { wishes: [ANSWERS[said.answer], ...wishes], how: 'deed', unread };
	const choice = choose(likely, sentence, (wish) => isQuestion(wish));
	return { wishes, how: choice.kind, unread };
};

function isQuestion(wish: string): boolean {
	return wish !== NOTHING && (QUESTIONS.includes(wish) || wish.startsWith('stats'));
}

/** Whether an argument can be read in the sentence; free text and what only a command knows count as read. */
function isRead(key: string, value: unknown, { text, found }: Sentence): boolean {
	if (['person', 'people', 'present', 'excused', 'absent'].includes(key))
		return [value].flat().every((name) => found.some((one) => isNamed(one, text, String(name))));
	if (['ticket', 'meeting', 'transfer'].includes(key))
		return (
			found.some((one) => one.kind === 'number' && one.number === value) ||
			readLooseNumbers(text).includes(Number(value))
		);
	if (key === 'kinds')
		return [value]
			.flat()
			.every((kind) => found.some((one) => one.kind === 'meeting-kind' && one.meeting === kind));
	if (key === 'when') {
		const when = readWhen(text, world.now, world.zone);
		return when !== undefined && [when.date, `${when.date}T${when.time}`].includes(String(value));
	}
	if (key === 'quarter') {
		const quarter = readQuarter(text, world.today);
		return quarter !== undefined && `${quarter.year}Q${quarter.quarter}` === value;
	}
	return true;
}

function isNamed(one: Sentence['found'][number], text: string, name: string): boolean {
	const plain = name.replaceAll('·', '');
	if (one.kind === 'person') return one.name.replaceAll('·', '') === plain;
	return one.kind === 'stranger' && text.slice(one.from, one.to) === name;
}
