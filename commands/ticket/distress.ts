import { withoutIdNumbers } from '../../src/bot/arguments/index.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { distressCard } from '../../src/cards/ticket-asking.ts';
import { isDanger, isDistress } from '../../src/rules/distress.ts';

/**
 * A plain sentence of somebody in need leads to the question whether help is wanted; nothing is stored before that tap.
 * In a group nobody is asked such a thing, and words of danger have had their answer in private.
 */
export function hearsNeed(turn: Turn, text: string): boolean {
	if (!turn.isPrivate) return isDanger(text);
	if (!isDistress(text)) return false;
	const message: Record<string, string> =
		turn.update.kind === 'message' ? { message: turn.update.messageId } : {};
	const story = withoutIdNumbers(text);
	turn.ask('ticket.open', { ...(story ? { story } : {}), ...message }, null);
	turn.whisper(distressCard(turn.t));
	return true;
}
