import type { Registration } from '../../db/registrations.ts';
import type { Block, Button, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';

interface RegistrationFace extends Pick<Registration, 'id' | 'name' | 'state'> {
	readonly branch: string;
	readonly accountName: string | null;
	/** There is an entry of that name without an account. */
	readonly onRoster: boolean;
}

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
	const act = (command: string) => ({ command, args: { registration: String(face.id) } });
	return {
		title: t('register.card-title'),
		tone: 'plain',
		body: [
			facts,
			{ kind: 'text', text: t(face.onRoster ? 'register.on-roster' : 'register.not-on-roster') },
			{
				kind: 'buttons',
				buttons: [
					{ label: t('register.yes'), action: act('registration.confirm'), style: 'primary' },
					{ label: t('register.no'), action: act('registration.refuse') },
				],
			},
		],
	};
}
