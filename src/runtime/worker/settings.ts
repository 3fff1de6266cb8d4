import type { ObjectNamespace } from 'cloudflare:workers';
import { z } from 'zod';
import { app, BadConfig, behaviour, given, linesOf, text, withoutVerification } from '../settings.ts';

/** What wrangler.toml binds; the settings beside it are variables and secrets. */
export interface Env {
	readonly ZHIBU: ObjectNamespace;
	/** The deployment that runs. */
	readonly VERSION?: { readonly id: string };
}

const schema = z.object({
	...behaviour,
	...app,
	LARK_ENCRYPT_KEY: text.optional(),
	LARK_VERIFICATION_TOKEN: text.optional(),
	LARK_MODE: z.literal('webhook', { error: 'can only be webhook on Workers' }).default('webhook'),
	/** Opens the operator's route; without it there is none. */
	BOT_OPERATOR_TOKEN: text.min(32, 'needs 32 characters or more').optional(),
	BOT_DATA_KEY: behaviour.BOT_DATA_KEY.refine(
		(keys) => keys.length > 0,
		'is missing; make one with «openssl rand -base64 32», set it as a secret and keep a copy',
	),
});

export type Settings = z.infer<typeof schema>;

/** Reads variables and secrets; throws {@link BadConfig} that names every one that is missing or wrong. */
export function readSettings(env: Env): Settings {
	const set = given({ ...env });
	const parsed = schema.safeParse(set);
	const lines = [...(parsed.success ? [] : linesOf(parsed.error.issues)), ...withoutVerification(set)];
	if (lines.length > 0 || !parsed.success) throw new BadConfig(lines);
	return parsed.data;
}

/** The answer to everything while the settings are wrong: names of variables, never a value. */
export function misconfigured({ lines }: BadConfig): Response {
	return Response.json({ code: 'not-configured', lines }, { status: 503 });
}
