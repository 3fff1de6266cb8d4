import type { Button } from '../bot/vocabulary/index.ts';

/** A button whose answer is a card of its own; the card it stands on stays. */
export function opens(
	label: string,
	command: string,
	args: Readonly<Record<string, string>> = {},
	style?: Button['style'],
): Button {
	return { label, action: { command, args, opens: true }, style };
}
