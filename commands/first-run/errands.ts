import { seatAll } from '../../db/chats.ts';
import { personOfAccount } from '../../db/people.ts';
import type { Errand } from '../../src/bot/registry.ts';

/** The name an account shows, once the platform has told it. */
export const nameAccount: Errand = {
	name: 'name-account',
	returns(turn, _args, result) {
		if (result?.kind !== 'account-name') return;
		personOfAccount(turn.db, result.account.openId, turn.now, result.account.name);
	},
};

/** Who sits in a group. */
export const seatMembers: Errand = {
	name: 'seat-members',
	returns(turn, { chatId }, result) {
		if (result?.kind === 'chat-members' && chatId) seatAll(turn.db, chatId, result.members);
	},
};
