import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Box } from '../box.ts';
import type { Env } from './gate.ts';

const Keys = z.looseObject({ app_id: z.string(), app_secret: z.string() });

/** Tokens for app id and secret. A wrong pair is answered with a code and status 200, as the platform does. */
export function token(box: Box): Hono<Env> {
	const give = async (c: Context<Env>) => {
		const json: unknown = await c.req.json().catch(() => undefined);
		const keys = Keys.safeParse(json).data;
		if (keys?.app_id !== box.options.appId) return c.json({ code: 10003, msg: 'invalid param' });
		if (keys.app_secret !== box.options.appSecret) return c.json({ code: 10014, msg: 'app secret invalid' });
		const { value, expire } = box.tokens.give(box.faults.current.tokenLife);
		return c.json({ code: 0, msg: 'ok', expire, tenant_access_token: value, app_access_token: value });
	};
	return new Hono<Env>().post('/tenant_access_token/internal', give).post('/app_access_token/internal', give);
}
