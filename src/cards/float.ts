import type { FloatSheet } from '../../db/floats.ts';
import type { Block, Button, Card, Choice, Field, Rich } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import type { Rules } from '../rules/book.ts';
import { clockState, floatAge, floatClock, timeAway } from '../rules/floats.ts';
import { sayDate } from './when.ts';

/** An entry, or what is to become one; how to reach them in clear, for those who may read it. */
export type FloatFace = Pick<FloatSheet, 'name' | 'branchName' | 'direction' | 'place' | 'since'> & {
	readonly [Name in 'until' | 'fixed' | 'home' | 'contactedOn' | 'personId' | 'state']?: FloatSheet[Name];
} & { readonly contact?: string | null };

/** What is known of somebody away, or here, line by line. */
export function floatFacts(t: Words, face: FloatFace, today: string): (readonly [string, string])[] {
	const { name, branchName, direction, place, since, until, fixed, home, contact, contactedOn } = face;
	const day = (date: string) => sayDate(t, date, today);
	return [
		[t('float.who'), name],
		[t(direction === 'out' ? 'float.branch' : 'float.branch-in'), branchName],
		...(home ? [[t('float.home'), home] as const] : []),
		[t(direction === 'out' ? 'float.place' : 'float.place-here'), place],
		[t('float.since'), day(since)],
		...(until ? [[t('float.until'), day(until)] as const] : []),
		...(contact ? [[t('float.contact'), contact] as const] : []),
		...(fixed == null ? [] : [[t('float.fixed'), t(fixed ? 'float.fixed-yes' : 'float.fixed-no')] as const]),
		...(contactedOn ? [[t('float.contacted-on'), day(contactedOn)] as const] : []),
	];
}

/** 「登记后，本支部书记能看到…同意登记吗？」; the branch says instead that the person has agreed. */
export function consentCard(t: Words, face: FloatFace & { readonly self: boolean }, today: string): Card {
	const yes: Button = {
		label: t(face.self ? 'float.agree' : 'float.has-agreed'),
		action: { command: 'float.consent', args: {} },
		style: 'primary',
	};
	const no: Button = { label: t('float.disagree'), action: { command: 'float.decline', args: {} } };
	return {
		title: t('float.consent-title'),
		tone: 'plain',
		body: [
			{ kind: 'facts', rows: floatFacts(t, face, today) },
			{
				kind: 'text',
				text: t(face.self ? 'float.consent' : 'float.consent-other', { branch: face.branchName }),
			},
			{ kind: 'buttons', buttons: [yes, no] },
		],
	};
}

/** One open entry with what can be done about it. */
export function floatCard(t: Words, rules: Rules, face: FloatFace, today: string, self: boolean): Card {
	const person = String(face.personId ?? '');
	const correct: Button = {
		label: t('float.correct-button'),
		action: { command: 'float.form', args: { direction: face.direction, person } },
	};
	const back: Button = { label: t('float.back-button'), action: { command: 'float.back', args: { person } } };
	const contacted: Button = {
		label: t('float.contacted-button'),
		action: { command: 'float.contacted', args: { person } },
		style: 'primary',
	};
	const body: Block[] = [
		{ kind: 'facts', rows: floatFacts(t, face, today) },
		{ kind: 'text', text: clockLine(t, rules, face, today) },
		{ kind: 'buttons', buttons: self ? [back, correct] : [contacted, back, correct] },
	];
	return { title: titleOf(t, rules, face, today), tone: 'plain', body };
}

function titleOf(t: Words, rules: Rules, { direction, since }: FloatFace, today: string): string {
	if (direction === 'in') return t('float.title-in');
	if (floatAge(rules, since, today) === 'away') return t('float.title-away');
	return t('float.title-floating', { months: rules.value('float.from') });
}

/** 「已4个月；2027年1月1日满六个月」 */
export function clockLine(
	t: Words,
	rules: Rules,
	{ since }: Pick<FloatFace, 'since'>,
	today: string,
): string {
	const due = sayDate(t, floatClock(rules, since).due, today);
	const state = clockState(rules, since, today);
	return t(state === 'due' ? 'float.clock-due' : 'float.clock', {
		away: sayAway(t, since, today),
		due,
		months: rules.value('transfer.due'),
	});
}

/** 「4个月」, 「12天」, 「还没出发」. */
export function sayAway(t: Words, since: string, today: string): string {
	const { months, days } = timeAway(since, today);
	if (days < 0) return t('float.not-yet');
	return months > 0 ? t('float.months', { count: months }) : t('float.days', { count: days });
}

/** One of the list: the name first, then a line each for the branch, the clock and the last contact. */
export function floatLine(t: Words, rules: Rules, face: FloatFace, today: string, several: boolean): Rich {
	const { name, direction, place, since, contactedOn, branchName } = face;
	const kind =
		direction === 'in'
			? 'float.in'
			: floatAge(rules, since, today) === 'floating'
				? 'float.floating'
				: 'float.away';
	const lines = [
		`　${[t(kind), place].join(t('list.dot'))}`,
		...(several ? [branchName] : []),
		t('float.line-since', { since: sayDate(t, since, today), away: sayAway(t, since, today) }),
		...(direction === 'out'
			? [
					t('float.line-due', {
						due: sayDate(t, floatClock(rules, since).due, today),
						months: rules.value('transfer.due'),
					}),
				]
			: []),
		contactedOn
			? t('float.line-contact', { on: sayDate(t, contactedOn, today) })
			: t('float.line-no-contact'),
	];
	return [{ bold: name }, lines.join('\n')];
}

interface FormFace {
	readonly direction: 'out' | 'in';
	/** Who runs a branch says whom it is about. */
	readonly forOthers: boolean;
	/** To choose from; absent when there are too many. */
	readonly people?: readonly Choice[];
	readonly branch?: { readonly id: number; readonly name: string };
	/** Decided already. */
	readonly person?: { readonly id: number; readonly name: string };
	/** The speaker, when on the roster: chosen at first. */
	readonly self?: number;
	readonly known?: Omit<FloatFace, 'name' | 'branchName' | 'direction'>;
}

/** The form that registers a floating member, or with `known` corrects an entry. */
export function floatForm(t: Words, face: FormFace): Card {
	const { direction, known, person, branch } = face;
	const value = { place: known?.place, since: known?.since, until: known?.until ?? undefined };
	const fields: Field[] = [
		...whom(t, face),
		{
			kind: 'input',
			name: 'place',
			label: t(direction === 'out' ? 'float.place' : 'float.place-here'),
			placeholder: t('float.place-example'),
			required: true,
			value: value.place,
		},
		{ kind: 'date', name: 'since', label: t('float.since'), required: true, value: value.since },
		{ kind: 'date', name: 'until', label: t('float.ask-until'), value: value.until },
		{
			kind: 'input',
			name: 'contact',
			label: t('float.contact'),
			placeholder: t('float.contact-example'),
			value: known?.contact ?? undefined,
		},
		{
			kind: 'choice',
			name: 'fixed',
			label: t('float.ask-fixed'),
			value: known?.fixed == null ? 'unknown' : known.fixed ? 'yes' : 'no',
			choices: (['yes', 'no', 'unknown'] as const).map((each) => ({
				value: each,
				label: t(`float.fixed-${each}`),
			})),
		},
	];
	const args = {
		direction,
		...(person ? { person: String(person.id) } : {}),
		...(branch && direction === 'in' ? { branch: String(branch.id) } : {}),
	};
	const form: Block = {
		kind: 'form',
		name: 'float',
		fields,
		submit: {
			label: t(known ? 'float.form-correct' : 'float.form-submit'),
			action: { command: 'float.register', args },
			style: 'primary',
		},
	};
	const other = direction === 'out' ? 'in' : 'out';
	const turnRound: Block[] = face.forOthers
		? [
				{
					kind: 'buttons',
					buttons: [
						{
							label: t(`float.form-${other}-button`),
							action: { command: 'float.form', args: { direction: other } },
						},
					],
				},
			]
		: [];
	return {
		title: t(direction === 'out' ? 'float.form-out' : 'float.form-in'),
		tone: 'plain',
		body: [form, ...(known ? [] : turnRound)],
	};
}

function whom(t: Words, { direction, forOthers, people, person, self, known }: FormFace): Field[] {
	const home: Field = {
		kind: 'input',
		name: 'home',
		label: t('float.home'),
		placeholder: t('float.home-example'),
		required: true,
		value: known?.home ?? undefined,
	};
	if (direction === 'in') {
		const name: Field = { kind: 'input', name: 'newcomer', label: t('float.who'), required: true };
		return forOthers && !person ? [name, home] : [home];
	}
	if (!forOthers || person) return [];
	const base = { name: 'person', label: t('float.who'), required: true } as const;
	if (!people) return [{ kind: 'input', ...base, placeholder: t('float.who-example') }];
	return [{ kind: 'choice', ...base, choices: people, value: self === undefined ? undefined : String(self) }];
}
