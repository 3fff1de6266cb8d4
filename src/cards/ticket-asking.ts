import type { Button, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import { CATEGORIES, type Category, ROUTES, usualRoute } from '../rules/tickets.ts';

/** What is it about? In a group's wake the same card leads on in private. */
export function categoriesCard(t: Words): Card {
	const buttons = CATEGORIES.map((category) => ({
		label: t(`ticket.${category}`),
		action: { command: 'ticket.open', args: { category } },
	}));
	return {
		title: t('ticket.ask-category'),
		tone: 'plain',
		lockScreen: t('ticket.summary'),
		body: [
			{ kind: 'text', text: t('ticket.ask-category-text') },
			{ kind: 'buttons', buttons },
		],
	};
}

/** A form for the story, when the category is known. */
export function storyForm(t: Words, category: Category): Card {
	return {
		title: t('ticket.ask-story'),
		tone: 'plain',
		lockScreen: t('ticket.summary'),
		body: [
			{ kind: 'text', text: t('ticket.ask-story-text') },
			{
				kind: 'form',
				name: 'telling',
				fields: [
					{
						kind: 'input',
						name: 'story',
						label: t(`ticket.${category}`),
						placeholder: t('ticket.story-example'),
						lines: 4,
						required: true,
					},
				],
				submit: {
					label: t('ticket.story-submit'),
					action: { command: 'ticket.open', args: { category } },
					style: 'primary',
				},
			},
		],
	};
}

/** Who shall help? The usual way first; without an own branch only the one above. */
export function routeCard(t: Words, category: Category, hasBranch: boolean): Card {
	const usual = usualRoute(category);
	const routes = hasBranch ? ROUTES.toSorted((a) => (a === usual ? -1 : 1)) : (['superior'] as const);
	const choices: Button[] = routes.map((route, index) => ({
		label: t(`ticket.${route}`),
		action: { command: 'ticket.send', args: { route } },
		style: index === 0 ? 'primary' : 'plain',
	}));
	return {
		title: t('ticket.ask-route'),
		tone: 'plain',
		lockScreen: t('ticket.summary'),
		body: [
			{
				kind: 'text',
				text: t(hasBranch ? 'ticket.ask-route-past' : 'ticket.ask-route-text', {
					category: t(`ticket.${category}`),
				}),
			},
			{ kind: 'buttons', buttons: [...choices, notNow(t)] },
		],
	};
}

function notNow(t: Words): Button {
	return { label: t('ticket.not-now'), action: { command: 'ticket.not-now', args: {} } };
}

/** A plain sentence of distress: nothing of it is kept before the tap. */
export function distressCard(t: Words): Card {
	return {
		title: t('distress.title'),
		tone: 'plain',
		lockScreen: t('ticket.summary'),
		body: [
			{ kind: 'text', text: t('distress.text') },
			{
				kind: 'buttons',
				buttons: [
					{ label: t('distress.yes'), action: { command: 'ticket.open', args: {} }, style: 'primary' },
					{ label: t('distress.no'), action: { command: 'ticket.not-now', args: {} } },
				],
			},
		],
	};
}

/** Whom to call when life is in danger. */
export function dangerCard(t: Words): Card {
	return {
		title: t('distress.danger-title'),
		tone: 'urgent',
		lockScreen: t('ticket.summary'),
		body: [
			{ kind: 'text', text: [{ bold: t('distress.danger-text') }] },
			{ kind: 'text', text: t('distress.danger-after') },
		],
	};
}

/** A form for what one side writes to the other. */
export function replyForm(t: Words, id: number): Card {
	return {
		title: t('ticket.reply-title', { id }),
		tone: 'plain',
		lockScreen: t('ticket.summary'),
		body: [
			{
				kind: 'form',
				name: 'reply',
				fields: [{ kind: 'input', name: 'text', label: t('ticket.reply-label'), lines: 3, required: true }],
				submit: {
					label: t('ticket.reply-send'),
					action: { command: 'ticket.reply', args: { ticket: String(id) } },
					style: 'primary',
				},
			},
		],
	};
}
