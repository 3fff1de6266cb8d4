import { z } from 'zod';
import { branchById } from '../../db/branches.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { opens } from '../../src/cards/opens.ts';

/** Asks a branch's group to register: whoever belongs to it says so, nobody is asked by name. */
export const inviteRegistration = command({
	name: 'branch.invite-registration',
	words: [],
	who: 'secretary',
	undo: 'none',
	purpose: 'bind.invite-purpose',
	examples: [],
	args: { branch: { schema: z.coerce.number().int().positive() } },
	run(turn, { branch: id }) {
		const branch = branchById(turn.db, id);
		if (!branch?.chatId || !turn.runs(branch.id)) throw new Refusal('refuse.not-your-branch');
		turn.post(branch.chatId, {
			title: turn.t('bind.register-title', { name: branch.name }),
			tone: 'plain',
			body: [
				{ kind: 'text', text: turn.t('bind.register-text') },
				{
					kind: 'buttons',
					buttons: [
						opens(turn.t('bind.register-button'), 'register', { branch: String(branch.id) }, 'primary'),
					],
				},
			],
		});
		turn.say({
			title: turn.t('bind.asked-title'),
			tone: 'good',
			body: [{ kind: 'text', text: turn.t('bind.asked', { name: branch.name }) }],
		});
	},
});
