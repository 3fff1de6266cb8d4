import { registrationsWaiting } from '../../db/registrations.ts';
import { todo } from '../../src/bot/command.ts';
import { opens } from '../../src/cards/opens.ts';

/** People who say who they are and wait to be confirmed. */
export const registrationsToDecide = todo(({ t, db, managed }) => {
	const asked = registrationsWaiting(db, managed);
	return {
		items: asked.map(({ name, branch }) => t('todo.registration', { name, branch })),
		buttons: asked
			.slice(0, 1)
			.map(({ id }) =>
				opens(t('todo.registration-button'), 'registration.show', { registration: String(id) }),
			),
	};
});
