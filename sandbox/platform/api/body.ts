import type { Context } from 'hono';
import type { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Env } from './gate.ts';

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
