import { keepDraft } from '../../db/drafts.ts';
import type { Bot } from '../../src/bot/repertoire.ts';
import { SECRETS } from './secrets.ts';
import type { Tree } from './tree.ts';

const DAY = 24 * 3_600_000;

/** A plan that X's secretary has yet to look at, with a secret in it; answers its name. */
export function draftOf(bot: Bot, tree: Tree): string {
	const id = 'draft-of-x';
	const args = { branch: String(tree.node('x')), kinds: 'theme-day', topic: SECRETS.meetingPlace.words };
	keepDraft(bot.db, bot.vault, {
		id,
		personId: tree.one('own secretary').id,
		command: 'meeting',
		args,
		card: JSON.stringify({ title: SECRETS.meetingPlace.words, tone: 'plain', body: [] }),
		expiresAt: bot.clock.now() + DAY,
	});
	return id;
}
