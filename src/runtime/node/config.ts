import { z } from 'zod';
import { isFitForLongConnection } from '../../lark/index.ts';
import {
	app,
	BadConfig,
	behaviour,
	given,
	linesOf,
	missing,
	text,
	withoutVerification,
} from '../settings.ts';

const shared = {
	...behaviour,
	PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
	HOST: text.default('127.0.0.1'),
	DATA_DIR: text.default('./data'),
	NODE_ENV: z.string().optional(),
};

const real = z.object({
	...shared,
	...app,
	LARK_ENCRYPT_KEY: text.optional(),
	LARK_VERIFICATION_TOKEN: text.optional(),
	LARK_MODE: z.enum(['webhook', 'long-connection']).default('webhook'),
});

const sandbox = z.object(shared);

/** Whoever sets one of these means an app of their own, and would not notice that the sandbox opened instead. */
function withoutApp(set: Readonly<Record<string, string>>): string[] {
	const meant = Object.keys(real.shape).filter((name) => !(name in shared) && set[name] !== undefined);
	if (meant.length === 0) return [];
	const which = meant.join(', ');
	return [missing('LARK_APP_ID', `${which} is set, so no sandbox is meant: set it too, or unset ${which}`)];
}

const place = z.object({
	LARK_APP_ID: text.optional(),
	DATA_DIR: shared.DATA_DIR,
	BOT_TIMEZONE: shared.BOT_TIMEZONE,
	BOT_CLOCK: shared.BOT_CLOCK,
});

/** What an operator's command needs to find a bot, running or not. */
export type Place = z.infer<typeof place>;

/** Reads it; throws {@link BadConfig}. */
export function readPlace(env: NodeJS.ProcessEnv): Place {
	const parsed = place.safeParse(given(env));
	if (!parsed.success) throw new BadConfig(linesOf(parsed.error.issues));
	return parsed.data;
}

export type RealConfig = z.infer<typeof real>;
export type SharedConfig = z.infer<typeof sandbox>;
export type Config = ({ kind: 'real' } & RealConfig) | ({ kind: 'sandbox' } & SharedConfig);

/**
 * Reads the configuration. Without LARK_APP_ID it is the sandbox's, which production refuses; throws
 * {@link BadConfig} that names every variable that is wrong, and where its value is found.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const set = given(env);
	const production = set.NODE_ENV === 'production';
	const isReal = set.LARK_APP_ID !== undefined || production;
	const parsed = (isReal ? real : sandbox).safeParse(set);
	const lines = parsed.success ? [] : linesOf(parsed.error.issues);
	if (!isReal) lines.push(...withoutApp(set));
	if (isReal && set.LARK_MODE !== 'long-connection') lines.push(...withoutVerification(set));
	else if (isReal && set.LARK_APP_ID !== undefined && !isFitForLongConnection(set.LARK_APP_ID))
		lines.push('LARK_APP_ID: is cli_ and 16 hexadecimal digits for the long connection');
	if (production && set.BOT_CLOCK !== undefined)
		lines.push('BOT_CLOCK: is for trying things out and refused in production');
	if (lines.length > 0 || !parsed.success) throw new BadConfig(lines);
	return isReal ? { kind: 'real', ...real.parse(set) } : { kind: 'sandbox', ...sandbox.parse(set) };
}
