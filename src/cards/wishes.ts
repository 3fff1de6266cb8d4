import type { Card, Wished } from '../bot/vocabulary/index.ts';
import { isWish, type Words } from '../locales/index.ts';

/** What a wish, or the command of this name, is called; undefined for what only buttons say. */
export function wishName(t: Words, wish: string): string | undefined {
	const name = wish.replaceAll('.', '/');
	return isWish(name) ? t(`wish.${name}`) : undefined;
}

/** What a wish is called on a button; a wish without a name by the name of its command. */
export function wishLabel(t: Words, wish: string): string {
	return wishName(t, wish) ?? wish;
}

/** WORDING 4: nothing is done; the likeliest wishes with what was read, each as a tap. */
export function offerCard(t: Words, wishes: readonly Wished[]): Card {
	const buttons = wishes.map(({ wish, action, read }, at) => {
		const label = wishLabel(t, wish);
		return {
			label: read.length === 0 ? label : t('offered.read', { wish: label, read: read.join(' ') }),
			action,
			style: at === 0 ? ('primary' as const) : ('plain' as const),
		};
	});
	return {
		title: t('offered.title'),
		tone: 'plain',
		body: [
			{ kind: 'buttons', buttons },
			{ kind: 'text', text: t('offered.else') },
		],
	};
}
