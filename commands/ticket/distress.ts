import { withoutIdNumbers } from '../../src/bot/arguments/index.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { dangerCard, distressCard } from '../../src/cards/ticket-asking.ts';
import { isDanger, isDistress } from '../../src/rules/distress.ts';

/**
 * A plain sentence of somebody in need: the numbers to call first, then the question whether help is wanted. Nothing is
 * stored before that tap; in a group nobody is asked such a thing, and danger is answered in private alone.
 */
export function hearsNeed(turn: Turn, text: string): boolean {
	const danger = isDanger(text);
	if (danger) turn.whisper(dangerCard(turn.t));
	if (!turn.isPrivate) return danger;
	if (!danger && !isDistress(text)) return false;
	const message: Record<string, string> =
		turn.update.kind === 'message' ? { message: turn.update.messageId } : {};
	const story = withoutIdNumbers(text);
	turn.ask('ticket.open', { ...(story ? { story } : {}), ...message }, null);
	turn.whisper(distressCard(turn.t));
	return true;
}
