import type { Block, Card, Choice, Field } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import type { FloatFace } from './float.ts';

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
