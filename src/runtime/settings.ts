import { z } from 'zod';
import { FREE_TENANT } from '../bot/quota.ts';
import { LOCALES } from '../locales/index.ts';

/** What an operator may set in every place Zhibu runs in, and how its mistakes are said. */

/** Where in the developer console a value is found; said when it is missing or wrong. */
const CONSOLE: Readonly<Record<string, string>> = {
	LARK_APP_ID: 'developer console → your app → Credentials & Basic Info → App ID',
	LARK_APP_SECRET: 'developer console → your app → Credentials & Basic Info → App Secret',
	LARK_ENCRYPT_KEY: 'developer console → your app → Events & Callbacks → Encryption Strategy → Encrypt Key',
	LARK_VERIFICATION_TOKEN:
		'developer console → your app → Events & Callbacks → Encryption Strategy → Verification Token',
};

export const text = z.string().trim().min(1);

const list = z
	.string()
	.optional()
	.transform((value) =>
		(value ?? '')
			.split(',')
			.map((each) => each.trim())
			.filter((each) => each !== ''),
	);

/** How the bot behaves. */
export const behaviour = {
	LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
	BOT_ADMINS: list,
	BOT_TIMEZONE: text.default('Asia/Shanghai').refine(isZone, 'is no time zone; write it like Asia/Shanghai'),
	BOT_LOCALE: z.enum(LOCALES).default('zh-CN'),
	BOT_DATA_KEY: list.refine(
		(keys) => keys.every((key) => key.length >= 32),
		'each key needs 32 characters or more',
	),
	/** The calls a month holds for this app; `off` where the tenant pays for as many as it needs. */
	BOT_MONTHLY_CALLS: z
		.union([z.literal('off'), z.coerce.number().int().min(1)], {
			error: 'is a number of calls a month, or off',
		})
		.default(FREE_TENANT),
	BOT_CLOCK: z.iso.datetime({ offset: true }).optional(),
};

/** The app in Feishu or Lark. */
export const app = {
	LARK_APP_ID: text,
	LARK_APP_SECRET: text,
	LARK_DOMAIN: z.union([z.enum(['feishu', 'lark']), z.url()]).default('feishu'),
};

/** What is wrong with the settings, a line for each variable; never a value. */
export class BadConfig extends Error {
	override name = 'BadConfig';
	readonly lines: readonly string[];

	constructor(lines: readonly string[]) {
		super(lines.join('\n'));
		this.lines = lines;
	}
}

/** What was set; an empty variable counts as absent. */
export function given(env: Readonly<Record<string, unknown>>): Record<string, string> {
	const isText = (entry: [string, unknown]): entry is [string, string] =>
		typeof entry[1] === 'string' && entry[1] !== '';
	return Object.fromEntries(Object.entries(env).filter(isText));
}

/** A line for each variable that is wrong, and where its value is found. */
export function linesOf(issues: readonly z.core.$ZodIssue[]): string[] {
	return issues.map((issue) => {
		const name = String(issue.path[0]);
		const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
		return isMissing ? missing(name) : `${name}: ${issue.message}${whereIs(name)}`;
	});
}

/** A variable that is needed, why, and where its value is found. */
export function missing(name: string, why?: string): string {
	return `${name}: is missing${why === undefined ? '' : `; ${why}`}${whereIs(name)}`;
}

/** A webhook that can't verify what comes in must not listen. */
export function withoutVerification(set: Readonly<Record<string, string>>): string[] {
	return ['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN']
		.filter((name) => set[name] === undefined)
		.map((name) => missing(name, 'without it nothing that comes in can be verified'));
}

function whereIs(name: string): string {
	const place = CONSOLE[name];
	return place === undefined ? '' : ` (${place})`;
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

/** The size of a month's quota as the bot takes it. */
export function callsOf(setting: number | 'off'): number | undefined {
	return setting === 'off' ? undefined : setting;
}
