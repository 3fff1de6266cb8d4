import { z } from 'zod';
import type { Fault } from '../bot/vocabulary/index.ts';

/** A fault, or a token the platform no longer takes; the client settles the latter itself. */
export type Failure = Fault | { readonly kind: 'token'; readonly code: string };

/** One line of the table: what a code means, and what is peculiar about trying again. */
type Row = Omit<Fault, 'kind' | 'code' | 'afterMs'> & { readonly kind: Failure['kind'] };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** May pass by itself, and may not. */
const FOR_A_WHILE = {
	kind: 'retry',
	why: 'muted',
	patience: { forMs: 6 * HOUR, attempts: 5 },
} as const satisfies Row;

/** Not ours to judge: a code that no document lists, or a gateway in between that doesn't know the way just now. */
const WITHIN_REASON = { kind: 'retry', patience: { forMs: 10 * MINUTE, attempts: 5 } } as const satisfies Row;

/**
 * What each documented code means for a message on its way. The official SDK's own reading is wrong in places
 * (99991400 is the rate limit, 230020 a busy target), so it is not asked.
 */
export const ROW_OF_CODE: ReadonlyMap<number, Row> = new Map<number, Row>([
	[99991400, { kind: 'retry' }], // rate limit
	[230020, { kind: 'retry' }], // rate limit of this chat
	[11232, { kind: 'retry' }],
	[11233, { kind: 'retry' }],
	[11247, { kind: 'retry' }], // rate limit
	[1000004, { kind: 'retry' }], // rate limit
	[1000005, { kind: 'retry' }], // rate limit
	[230049, { kind: 'retry' }], // the message is still being sent
	[230018, FOR_A_WHILE], // the group forbids it just now
	[230035, FOR_A_WHILE], // no right to speak there just now
	[230002, { kind: 'target', why: 'bot-out' }], // the bot is not in the group
	[230011, { kind: 'target', recalled: true }], // what is answered was taken back
	[230013, { kind: 'target', why: 'not-open' }], // outside the app's availability
	[230027, { kind: 'target', why: 'not-open' }], // unless the message names a scope
	[230029, { kind: 'target', why: 'gone' }], // resigned
	[230034, { kind: 'target', why: 'gone' }],
	[230053, { kind: 'target', why: 'stopped' }], // stopped the bot
	[232006, { kind: 'target', why: 'no-group' }], // no such chat
	[232009, { kind: 'target', why: 'no-group' }], // the group is dissolved
	[232011, { kind: 'target', why: 'bot-out' }], // the bot is not in the group (asked for its members)
	[41012, { kind: 'target', why: 'gone' }], // no such account
	[41050, { kind: 'target', why: 'not-open' }], // outside the contact range
	[99992361, { kind: 'target', why: 'gone' }],
	[230001, { kind: 'content', why: 'not-taken' }],
	[230025, { kind: 'content', why: 'not-taken' }], // too long
	[230031, { kind: 'content' }], // a card older than 14 days
	[230054, { kind: 'content', why: 'not-taken' }], // not that kind of message
	[230099, { kind: 'content', why: 'not-taken' }], // bad card
	[11310, { kind: 'content', why: 'not-taken' }], // bad card
	[230022, { kind: 'content', why: 'words' }], // sensitive words
	[230028, { kind: 'content', why: 'words' }], // sensitive words
	[99991661, { kind: 'token' }],
	[99991663, { kind: 'token' }],
	[99991664, { kind: 'token' }],
	[99991665, { kind: 'token' }],
	[99991668, { kind: 'token' }],
	[99991671, { kind: 'token' }],
	[99991677, { kind: 'token' }],
	[99991672, { kind: 'operator' }], // a scope is missing
	[99991401, { kind: 'operator', whole: true }], // this address is refused
	[99991662, { kind: 'operator', whole: true }], // the app is disabled
	[99991673, { kind: 'operator', whole: true }], // the app is disabled
	[230006, { kind: 'operator', whole: true }], // the bot ability is off
	[99991403, { kind: 'operator', whole: true, until: 'next-month' }], // the month's quota is used up
]);

/** Somebody is tapping the card at this moment (FEISHU.md «Codes»). */
const LOCKED: Row = { kind: 'retry', waits: [300, 800, 1600] };
const LOCK = /card action is lock/i;
const CARD_CODES: ReadonlySet<number> = new Set([230099, 11310]);

/** The sub-code of a card that mentions an account the platform doesn't take. */
const INVALID_MENTION = /\b100290\b/;
export const MENTION_REFUSED = 'invalid-mention';

/** A message that names a scope, such as `im:message:send_as_bot`. */
const NAMES_SCOPE = /scope|\b(im|contact|application):[a-z]/i;

const LONGEST_WAIT_S = 3600;

const coded = z.object({ code: z.number().int(), msg: z.string().optional().catch(undefined) });
const reset = z.object({ 'x-ogw-ratelimit-reset': z.string().regex(/^\d{1,5}$/) });

/** Judges an answer that is not a success: first by the platform's code and message, then by the HTTP status. */
export function faultOfAnswer(status: number, body: unknown, headers?: unknown): Failure {
	const { code, msg = '' } = coded.safeParse(body).data ?? {};
	if (code !== undefined && CARD_CODES.has(code) && INVALID_MENTION.test(msg)) {
		return { kind: 'content', code: MENTION_REFUSED, why: 'not-taken' };
	}
	const row = (code === undefined ? undefined : rowOf(code, msg)) ?? rowOfStatus(status);
	const name = code === undefined || code === 0 ? `http-${status}` : String(code);
	if (row.kind !== 'retry' || row.patience !== undefined) return { ...row, code: name };
	const afterMs = resetMs(headers);
	return { ...row, code: name, ...(afterMs !== undefined && { afterMs }) };
}

function rowOf(code: number, msg: string): Row | undefined {
	if (CARD_CODES.has(code) && LOCK.test(msg)) return LOCKED;
	if (code === 230027 && NAMES_SCOPE.test(msg)) return { kind: 'operator' };
	return ROW_OF_CODE.get(code);
}

/** An unlisted code in a 2xx leaves open whether anything was done; a gateway's 5xx does, too. */
function rowOfStatus(status: number): Row {
	if (status === 429) return { kind: 'retry' };
	if (status === 401 || status === 403 || (status >= 300 && status < 400)) return { kind: 'operator' };
	if (status === 413) return { kind: 'content' };
	if (status >= 400 && status < 500 && status !== 408) return WITHIN_REASON;
	return { kind: 'unknown' };
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
