import type { Button } from '../../bot/vocabulary/index.ts';
import { buttonValue } from '../button-value.ts';
import { plainText } from './text.ts';

const TYPES = { primary: 'primary', plain: 'default', danger: 'danger' } as const;

/** One button stands alone; several stand side by side and wrap where the screen is narrow. */
export function drawButtons(buttons: readonly Button[]): object[] {
	if (buttons.length < 2) return buttons.map(drawButton);
	const columns = buttons.map((button) => ({
		tag: 'column',
		width: 'auto',
		elements: [drawButton(button)],
	}));
	return [{ tag: 'column_set', flex_mode: 'flow', columns }];
}

export function drawButton(button: Button): object {
	return {
		tag: 'button',
		text: plainText(button.label),
		type: TYPES[button.style ?? 'plain'],
		size: 'large',
		behaviors: [{ type: 'callback', value: buttonValue(button.action) }],
		...(button.confirm && {
			confirm: { title: plainText(button.confirm.title), text: plainText(button.confirm.text) },
		}),
	};
}
