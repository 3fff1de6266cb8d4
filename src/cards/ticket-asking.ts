import type { Block, Button, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';
import { CATEGORIES, type Category, HOTLINES, type Route } from '../rules/tickets.ts';

/** What is it about? In a group's wake the same card leads on in private. */
export function categoriesCard(t: Words): Card {
	const buttons = CATEGORIES.map((category) => ({
		label: t(`ticket.${category}`),
		action: { command: 'ticket.open', args: { category } },
	}));
	return {
		title: t('ticket.ask-category'),
		tone: 'plain',
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

/** Asked of who is on no roster, before anything is sent: where do they work? They may keep it to themselves. */
export function firmCard(t: Words): Card {
	const untold = t('ticket.firm-untold');
	return {
		title: t('ticket.ask-firm'),
		tone: 'plain',
		body: [
			{ kind: 'text', text: t('ticket.ask-firm-text') },
			{
				kind: 'form',
				name: 'working',
				fields: [{ kind: 'input', name: 'firm', label: t('ticket.firm'), lines: 1, required: true }],
				submit: {
					label: t('ticket.story-submit'),
					action: { command: 'ticket.open', args: {} },
					style: 'primary',
				},
			},
			{
				kind: 'buttons',
				buttons: [{ label: untold, action: { command: 'ticket.open', args: { firm: untold } } }, notNow(t)],
			},
		],
	};
}

export interface RouteOpen {
	readonly route: Route;
	/** Who will be told. */
	readonly names: string;
}

/** Who shall help, and who will see it? Only the ways somebody answers, in their order; beside them the firm that is avoided. */
export function routeCard(t: Words, category: Category, open: readonly RouteOpen[], firm?: string): Card {
	const choices: Button[] = open.map(({ route }, index) => ({
		label: t(`ticket.${route}`),
		action: { command: 'ticket.send', args: { route } },
		style: index === 0 ? 'primary' : 'plain',
	}));
	const avoided: Block[] = firm ? [{ kind: 'facts', rows: [[t('ticket.avoided'), firm]] }] : [];
	return {
		title: t('ticket.ask-route'),
		tone: 'plain',
		body: [
			{ kind: 'text', text: t('ticket.ask-route-text', { category: t(`ticket.${category}`) }) },
			whoIsTold(t, open),
			...avoided,
			{ kind: 'buttons', buttons: [...choices, notNow(t)] },
		],
	};
}

/** In lines of their own: the name of a route is too long to stand beside the people. */
function whoIsTold(t: Words, open: readonly RouteOpen[]): Block {
	const items = open.map(({ route, names }) => t('ticket.told', { route: t(`ticket.${route}`), names }));
	return { kind: 'list', items };
}

/** Who shall have it instead? Nothing has changed yet. */
export function moveCard(t: Words, id: number, open: readonly RouteOpen[]): Card {
	const ticket = String(id);
	const buttons = open.map(({ route }) => ({
		label: t(`ticket.${route}`),
		action: { command: 'ticket.move', args: { ticket, route } },
	}));
	return {
		title: t('ticket.ask-move', { id }),
		tone: 'plain',
		body: [
			{ kind: 'text', text: t('ticket.ask-move-text') },
			whoIsTold(t, open),
			{ kind: 'buttons', buttons },
		],
	};
}

/** Nobody can be asked at all: whom to call instead; the words wait. */
export function nobodyCard(t: Words, category: Category): Card {
	return {
		title: t('ticket.nobody'),
		tone: 'careful',
		body: [{ kind: 'text', text: t('ticket.nobody-text', { number: HOTLINES[category] }) }],
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
