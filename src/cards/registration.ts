import type { Standing } from '../../db/people.ts';
import type { Registration } from '../../db/registrations.ts';
import type { Block, Button, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';

interface RegistrationFace extends Pick<Registration, 'id' | 'name' | 'state'> {
	readonly branch: string;
	readonly accountName: string | null;
	readonly namesake: Namesake;
	/** The branch has no secretary, so that officers decide for it. */
	readonly acting: boolean;
}

/** Whether the roster has an entry of that name. */
export type Namesake = 'none' | 'without-account' | 'with-account';

/** Whoever asked took it back, or asked anew. */
export function registrationGone(t: Words): Card {
	return {
		title: t('register.gone'),
		tone: 'plain',
		body: [{ kind: 'text', text: t('register.gone-text') }],
	};
}

/** Somebody says who they are: the question to the secretary, and later what was decided. */
export function registrationCard(t: Words, face: RegistrationFace, undo?: Button): Card {
	const { name, branch, accountName, state } = face;
	const facts: Block = {
		kind: 'facts',
		rows: [
			[t('register.name'), name],
			[t('register.account'), accountName ?? t('register.account-unknown')],
			[t('meeting.branch'), branch],
		],
	};
	if (state !== 'waiting') {
		const title = t(state === 'confirmed' ? 'register.card-confirmed' : 'register.card-refused');
		const buttons: Block[] = undo ? [{ kind: 'buttons', buttons: [undo] }] : [];
		return { title, tone: state === 'confirmed' ? 'good' : 'careful', body: [facts, ...buttons] };
	}
	return {
		title: t('register.card-title'),
		tone: 'plain',
		body: [
			facts,
			{ kind: 'text', text: t(`register.namesake-${face.namesake}`, { name }) },
			...(face.acting ? [{ kind: 'text' as const, text: t('register.acting', { branch }) }] : []),
			{ kind: 'buttons', buttons: decisions(t, face) },
		],
	};
}

/** The likeliest first: of somebody who stands there with an account already, that it is the same one again. */
function decisions(t: Words, { id, namesake }: RegistrationFace): Button[] {
	const registration = String(id);
	const confirm = (label: string, standing?: Standing): Button => ({
		label,
		action: { command: 'registration.confirm', args: { registration, ...(standing && { standing }) } },
	});
	const refuse = (label: string): Button => ({
		label,
		action: { command: 'registration.refuse', args: { registration } },
	});
	const standings = (['full', 'probationary'] as const).map(
		(standing) => [standing, t(`standing.${standing}`)] as const,
	);
	const likeliest = (buttons: Button[]) =>
		buttons.map((each, at): Button => (at === 0 ? { ...each, style: 'primary' } : each));
	switch (namesake) {
		case 'without-account':
			return likeliest([confirm(t('register.yes')), refuse(t('register.no'))]);
		case 'none':
			return likeliest([
				...standings.map(([standing, label]) => confirm(label, standing)),
				refuse(t('register.no')),
			]);
		case 'with-account':
			return likeliest([
				refuse(t('register.same')),
				...standings.map(([standing, label]) => confirm(t('register.other', { standing: label }), standing)),
			]);
	}
}
