import { Hono } from 'hono';
import { z } from 'zod';
import type { Box } from '../box.ts';
import { Refusal } from '../refusal.ts';
import { checkCard } from './content.ts';
import { bodyOf, type Env } from './gate.ts';

const LIFE_MS = 30 * 60 * 1000;
const USES = 2;

const Update = z.looseObject({ token: z.string(), card: z.record(z.string(), z.unknown()) });

/** The later update of a card by its callback's token: after the callback was answered, for 30 minutes, at most twice. */
export function cards(box: Box): Hono<Env> {
	return new Hono<Env>().post('/update', async (c) => {
		const { token, card } = await bodyOf(c, Update);
		const held = box.state.cardTokens.get(token);
		const live =
			held?.at !== undefined && held.uses < USES && box.options.now() - held.at <= LIFE_MS ? held : undefined;
		const message = live && box.state.message(live.messageId);
		if (!live || !message) throw new Refusal('cardToken');
		if (message.recalled) throw new Refusal('recalled');
		checkCard(box, card);
		box.state.cardTokens.set(token, { ...live, uses: live.uses + 1 });
		box.state.putMessage({ ...message, content: JSON.stringify(card), edits: message.edits + 1 });
		return c.json({ code: 0, msg: 'ok' });
	});
}
