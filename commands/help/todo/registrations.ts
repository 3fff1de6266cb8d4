import { registrationsWaiting } from '../../../db/registrations.ts';
import type { Turn } from '../../../src/bot/turn.ts';
import { opens } from '../../../src/cards/opens.ts';
import type { Waiting } from './waiting.ts';

/** People who say who they are and wait to be confirmed. */
export function peopleWaiting({ t, db, managed }: Turn): Waiting {
	const asked = registrationsWaiting(db, managed);
	return {
		items: asked.map(({ name, branch }) => t('todo.registration', { name, branch })),
		buttons: asked
			.slice(0, 1)
			.map(({ id }) =>
				opens(t('todo.registration-button'), 'registration.show', { registration: String(id) }),
			),
	};
}
