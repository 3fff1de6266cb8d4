import { z } from 'zod';
import { LOCALES } from '../../locales/index.ts';

/** Where in the developer console a value is found; said when it is missing or wrong. */
const CONSOLE = {
	LARK_APP_ID: 'developer console → your app → Credentials & Basic Info → App ID',
	LARK_APP_SECRET: 'developer console → your app → Credentials & Basic Info → App Secret',
	LARK_ENCRYPT_KEY: 'developer console → your app → Events & Callbacks → Encryption Strategy → Encrypt Key',
	LARK_VERIFICATION_TOKEN:
		'developer console → your app → Events & Callbacks → Encryption Strategy → Verification Token',
} as const;

const text = z.string().trim().min(1);
const list = z
	.string()
	.optional()
	.transform((value) =>
		(value ?? '')
			.split(',')
			.map((each) => each.trim())
			.filter((each) => each !== ''),
	);

const shared = {
	PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
	HOST: text.default('127.0.0.1'),
	DATA_DIR: text.default('./data'),
	LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
	BOT_ADMINS: list,
	BOT_TIMEZONE: text.default('Asia/Shanghai').refine(isZone, 'is no time zone; write it like Asia/Shanghai'),
	BOT_LOCALE: z.enum(LOCALES).default('zh-CN'),
	BOT_DATA_KEY: list.refine(
		(keys) => keys.every((key) => key.length >= 32),
		'each key needs 32 characters or more',
	),
	BOT_CLOCK: z.iso.datetime({ offset: true }).optional(),
	NODE_ENV: z.string().optional(),
};

const real = z.object({
	...shared,
	LARK_APP_ID: text,
	LARK_APP_SECRET: text,
	LARK_ENCRYPT_KEY: text.optional(),
	LARK_VERIFICATION_TOKEN: text.optional(),
	LARK_DOMAIN: z.union([z.enum(['feishu', 'lark']), z.url()]).default('feishu'),
	LARK_MODE: z.enum(['webhook', 'long-connection']).default('webhook'),
});

const sandbox = z.object(shared);

export type RealConfig = z.infer<typeof real>;
export type SharedConfig = z.infer<typeof sandbox>;
export type Config = ({ kind: 'real' } & RealConfig) | ({ kind: 'sandbox' } & SharedConfig);

/** What is wrong with the environment, a line for each variable. */
export class BadConfig extends Error {
	override name = 'BadConfig';
	readonly lines: readonly string[];

	constructor(lines: readonly string[]) {
		super(lines.join('\n'));
		this.lines = lines;
	}
}

/**
 * Reads the configuration. Without LARK_APP_ID it is the sandbox's, which production refuses; throws
 * {@link BadConfig} that names every variable that is wrong, and where its value is found.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const production = given.NODE_ENV === 'production';
	const isReal = given.LARK_APP_ID !== undefined || production;
	const parsed = (isReal ? real : sandbox).safeParse(given);
	const lines = parsed.success ? [] : parsed.error.issues.map((issue) => lineOf(issue));
	if (isReal && given.LARK_MODE !== 'long-connection') lines.push(...withoutVerification(given));
	if (production && given.BOT_CLOCK !== undefined)
		lines.push('BOT_CLOCK: is for trying things out and refused in production');
	if (lines.length > 0 || !parsed.success) throw new BadConfig(lines);
	return isReal ? { kind: 'real', ...real.parse(given) } : { kind: 'sandbox', ...sandbox.parse(given) };
}

/** A webhook that can't verify what comes in must not listen. */
function withoutVerification(given: Readonly<Record<string, string | undefined>>): string[] {
	const needed = ['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'] as const;
	return needed
		.filter((name) => given[name] === undefined)
		.map(
			(name) => `${name}: is missing; without it nothing that comes in can be verified (${CONSOLE[name]})`,
		);
}

function lineOf(issue: z.core.$ZodIssue): string {
	const name = String(issue.path[0]);
	const missing = issue.code === 'invalid_type' && issue.input === undefined;
	const where = name in CONSOLE ? ` (${CONSOLE[name as keyof typeof CONSOLE]})` : '';
	return `${name}: ${missing ? 'is missing' : issue.message}${where}`;
}

function isZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}
