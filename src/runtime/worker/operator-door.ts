import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Bot } from '../../bot/repertoire.ts';
import { operatorRoutes } from '../asked.ts';

/**
 * The operator's way in where there is no terminal: `POST /officer-code` and so on with `Authorization: Bearer` and
 * BOT_OPERATOR_TOKEN. While that is not set there is no such place.
 */
export function operatorDoor(bot: Bot, token: string | undefined): Hono {
	const door = new Hono();
	if (token === undefined) return door;
	door.use(async (context, next) => {
		const given = context.req.header('authorization') ?? '';
		if (timingSafeEqual(digest(given), digest(`Bearer ${token}`))) return next();
		bot.log.warn('operator-refused');
		return context.json({ code: 'not-the-operator' }, 401);
	});
	return door.route('/', operatorRoutes(bot));
}

/** Of equal length whatever it is of, so that comparing tells nothing of either. */
function digest(words: string): Buffer {
	return createHash('sha256').update(words).digest();
}
