import { z } from 'zod';
import type { Fault } from '../bot/vocabulary/index.ts';

/** A fault, or a token the platform no longer takes; the client settles the latter itself. */
export type Failure = Fault | { readonly kind: 'token'; readonly code: string };

/**
 * What each documented code means for a message on its way. The official SDK's own reading is wrong in places
 * (99991400 is the rate limit, 230020 a busy target), so it is not asked.
 */
export const KIND_OF_CODE: ReadonlyMap<number, Failure['kind']> = new Map([
	[99991400, 'retry'], // rate limit
	[230020, 'retry'], // rate limit of this chat
	[11232, 'retry'],
	[11233, 'retry'],
	[230049, 'retry'], // the message is still being sent
	[230002, 'target'], // the bot is not in the group
	[230006, 'target'],
	[230013, 'target'], // outside the app's availability
	[230018, 'target'],
	[230027, 'target'],
	[230029, 'target'], // resigned
	[230034, 'target'],
	[230035, 'target'],
	[230053, 'target'], // stopped the bot
	[232009, 'target'], // the group is dissolved
	[99992361, 'target'],
	[230001, 'content'],
	[230025, 'content'], // too long
	[230099, 'content'], // bad card
	[11310, 'content'], // bad card
	[230022, 'content'], // sensitive words
	[230028, 'content'], // sensitive words
	[99991661, 'token'],
	[99991663, 'token'],
	[99991664, 'token'],
	[99991668, 'token'],
	[99991671, 'token'],
	[99991677, 'token'],
	[99991672, 'operator'], // a scope is missing
	[99991403, 'operator'], // the month's calls are used up
	[99991401, 'operator'], // this address is refused
]);

const LONGEST_WAIT_S = 3600;

const coded = z.object({ code: z.number().int() });
const reset = z.object({ 'x-ogw-ratelimit-reset': z.string().regex(/^\d{1,5}$/) });

/** Judges an answer that is not a success: first by the platform's code, then by the HTTP status. */
export function faultOfAnswer(status: number, body: unknown, headers?: unknown): Failure {
	const code = coded.safeParse(body).data?.code;
	const known = code === undefined ? undefined : KIND_OF_CODE.get(code);
	const kind = known ?? kindOfStatus(status);
	const name = code === undefined || code === 0 ? `http-${status}` : String(code);
	const afterMs = kind === 'retry' ? resetMs(headers) : undefined;
	return kind === 'retry' && afterMs !== undefined ? { kind, code: name, afterMs } : { kind, code: name };
}

/** An unlisted code in a 2xx leaves open whether anything was done; a gateway's 5xx does, too. */
function kindOfStatus(status: number): Fault['kind'] {
	if (status === 429) return 'retry';
	if (status === 401 || status === 403 || (status >= 300 && status < 400)) return 'operator';
	if (status >= 400 && status < 500 && status !== 408) return 'content';
	return 'unknown';
}

function resetMs(headers: unknown): number | undefined {
	const { data } = reset.safeParse(headers);
	const seconds = Number(data?.['x-ogw-ratelimit-reset']);
	return seconds <= LONGEST_WAIT_S ? seconds * 1000 : undefined;
}

/** Errors before a connection stood: nothing can have been done. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

const thrown = z.object({ code: z.string().optional().catch(undefined) });
const refused = z.object({
	response: z.object({ status: z.number(), data: z.unknown().optional(), headers: z.unknown().optional() }),
});

/** Judges what an HTTP call threw: an answer that was no success, or no answer at all. */
export function faultOfError(error: unknown): Failure {
	const answer = refused.safeParse(error).data?.response;
	if (answer) return faultOfAnswer(answer.status, answer.data, answer.headers);
	const word = thrown.safeParse(error).data?.code ?? '';
	const code = /^[A-Z][A-Z0-9_]{1,40}$/.test(word) ? word : 'network';
	return { kind: NEVER_CONNECTED.has(code) ? 'retry' : 'unknown', code };
}
