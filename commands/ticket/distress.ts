import { withoutIdNumbers } from '../../src/bot/arguments/index.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { distressCard } from '../../src/cards/ticket-asking.ts';
import { asks, negates, undoes } from '../../src/reading/hear/doubts.ts';
import { isDanger, isDistress } from '../../src/rules/distress.ts';
import { leave } from './open.ts';

/** 求助公司欠我钱, 怎么求助, 不用求助了: the word is there, but not as a command. */
const NAMED = /求助(?!单|信|者|电话|热线)/u;

/**
 * A plain sentence of somebody in need leads to the question whether help is wanted; nothing is stored before that tap.
 * In a group nobody is asked such a thing, and words of danger have had their answer in private.
 */
export function hearsNeed(turn: Turn, text: string): boolean {
	if (!turn.isPrivate) return isDanger(text);
	const named = NAMED.test(text) && text.length <= 100;
	if (named && (negates(text) || undoes(text))) {
		leave(turn);
		return true;
	}
	if (!named && !isDistress(text)) return false;
	const message: Record<string, string> =
		turn.update.kind === 'message' ? { message: turn.update.messageId } : {};
	const story = named && asks(text) ? undefined : withoutIdNumbers(text);
	turn.ask('ticket.open', { ...(story ? { story } : {}), ...message }, null);
	turn.whisper(distressCard(turn.t));
	return true;
}
