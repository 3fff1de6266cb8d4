import { setTimeout as pause } from 'node:timers/promises';
import type { Context, MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import type { Box } from '../box.ts';
import { count } from '../month.ts';
import { isKnown } from '../permits.ts';
import { Refusal } from '../refusal.ts';

export type Env = { Bindings: { cut(): Response } };

/** An API by its method and path with ids as `:id`; limits and counts go by this name. */
export function apiName(method: string, path: string): string {
	return `${method} ${path.replace(/\/(om|ou|oc|on)_[^/]+/g, '/:id')}`;
}

/**
 * What every call goes through: counted and written down, then the faults in their order, the token, the scope, the
 * limit of the API, the month's quota, and the work itself. Token calls meet the delay only.
 */
export function gate(box: Box): MiddlewareHandler<Env> {
	return async (c, next) => {
		const started = performance.now();
		const name = apiName(c.req.method, c.req.path);
		box.arrived.set(name, (box.arrived.get(name) ?? 0) + 1);
		const json = c.req.header('content-type')?.includes('json') ?? false;
		const request = json ? await c.req.text() : '';
		const note = (status: number, response: string) =>
			box.wire.add(
				{ at: box.options.now(), direction: 'from-bot', what: name, status, request, response },
				started,
			);

		const { delayMs, tokenLife } = box.faults.current;
		if (delayMs > 0) await pause(delayMs, undefined, { signal: box.closing }).catch(() => undefined);
		if (box.closing.aborted) return c.env.cut();
		if (c.req.path.startsWith('/open-apis/auth/')) {
			await next();
			note(c.res.status, await c.res.clone().text());
			return;
		}

		const luck = box.faults.luck();
		if (luck.dropped) {
			note(0, '');
			return c.env.cut();
		}
		if (luck.badGateway) {
			note(502, BAD_GATEWAY);
			return c.html(BAD_GATEWAY, 502);
		}
		if (!isKnown(name)) c.res = c.text('404 page not found', 404);
		else if (luck.busy) c.res = refused(c, new Refusal('frequency', '', { resetSeconds: 1 }));
		else {
			const refusal = admit(box, name, c.req.header('authorization'), tokenLife);
			if (refusal) c.res = refused(c, refusal);
			else await next();
		}
		if (luck.lost) {
			note(0, await c.res.clone().text());
			c.res = c.env.cut();
			return;
		}
		note(c.res.status, await c.res.clone().text());
	};
}

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

function admit(box: Box, name: string, authorization: string | undefined, tokenLife: number) {
	try {
		box.tokens.use(authorization, tokenLife);
		box.permits.ask(name);
		const refusal = tooSoon(box.limits.api(name));
		if (!refusal) count(box.state, name, box.options.now(), box.faults.current.monthlyCalls);
		return refusal;
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
}

/** The refusal that follows from a limit's answer in milliseconds, or undefined when there was room. */
export function tooSoon(waitMs: number): Refusal | undefined {
	return waitMs > 0 ? new Refusal('frequency', '', { resetSeconds: Math.ceil(waitMs / 1000) }) : undefined;
}

/** A refusal on the wire: 429 for limits, with the reset header where waiting helps; 400 for everything else. */
export function refused(c: Context, refusal: Refusal): Response {
	const { code, message: msg, error } = refusal;
	const body = { code, msg, ...(error && { error }) };
	if (refusal.resetSeconds === undefined) return c.json(body, refusal.status);
	return c.json(body, refusal.status, { 'x-ogw-ratelimit-reset': String(refusal.resetSeconds) });
}

/** The JSON body of this shape. Throws a Refusal (230001) that names the field. */
export async function bodyOf<T>(c: Context<Env>, shape: z.ZodType<T>): Promise<T> {
	const json: unknown = await c.req.json().catch(() => undefined);
	const { data, error } = shape.safeParse(json);
	if (error) {
		const issue = error.issues[0];
		throw new Refusal('parameter', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? ''}`);
	}
	return data;
}

export function ok(c: Context<Env>, data: object): Response {
	return c.json({ code: 0, msg: 'success', data });
}
