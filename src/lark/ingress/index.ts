import type { Update } from '../../bot/vocabulary/index.ts';
import { isRecord, parseJson } from '../button-value.ts';
import { readEvent } from '../events/index.ts';
import { decrypt, isFresh, sameSecret, signatureMatches, timestampMs } from './authentic.ts';

export interface IngressKeys {
	readonly appId: string;
	readonly encryptKey: string;
	readonly verificationToken: string;
}

export type Opened =
	| { readonly kind: 'challenge'; readonly challenge: string }
	| { readonly kind: 'update'; readonly update: Update }
	| { readonly kind: 'ignored'; readonly type: string }
	| { readonly kind: 'unreadable'; readonly type: string; readonly waits: boolean }
	| {
			readonly kind: 'refused';
			readonly status: 400 | 401 | 413;
			readonly code: string;
			/** For the operator alone. */
			readonly doubt?: Doubt;
	  };

/** Why something signed is not taken: the signature is wrong, or it is right and of an hour this machine doesn't have. */
export type Doubt =
	| { readonly because: 'signature' }
	/** By how much (ms) this machine's clock is ahead of the stamp. */
	| { readonly because: 'age'; readonly aheadMs: number };

const MAX_BODY_BYTES = 1024 * 1024;

/** One answer for every doubt about who speaks, so that a stranger learns nothing from it. */
const DENIED = Object.freeze({ kind: 'refused', status: 401, code: 'not-authentic' } as const);

const malformed = (code: string): Opened => ({ kind: 'refused', status: 400, code });

/**
 * Opens one webhook request: size, signature over the raw bytes, freshness, decryption, token and app, shape.
 * `wallNow` is the wall clock in milliseconds. Never throws. Without any signature header only the handshake is
 * answered, which the platform does not sign; a key that is not configured lets nothing through.
 */
export function openEvent(
	headers: { get(name: string): string | null },
	body: Uint8Array,
	keys: IngressKeys,
	wallNow: number,
): Opened {
	if (body.byteLength > MAX_BODY_BYTES) return { kind: 'refused', status: 413, code: 'too-large' };
	if (!keys.appId || !keys.encryptKey || !keys.verificationToken) return DENIED;

	const timestamp = headers.get('x-lark-request-timestamp') ?? undefined;
	const nonce = headers.get('x-lark-request-nonce') ?? undefined;
	const signature = headers.get('x-lark-signature') ?? undefined;
	if (timestamp === undefined && nonce === undefined && signature === undefined) {
		return openHandshake(body, keys);
	}
	if (timestamp === undefined || nonce === undefined || signature === undefined) return DENIED;
	if (!signatureMatches(signature, timestamp, nonce, keys.encryptKey, body))
		return { ...DENIED, doubt: { because: 'signature' } };
	const stamped = timestampMs(timestamp);
	if (stamped === undefined) return DENIED;
	if (!isFresh(stamped, wallNow)) return { ...DENIED, doubt: { because: 'age', aheadMs: wallNow - stamped } };

	const envelope = parseJson(body);
	if (envelope === undefined) return malformed('not-json');
	if (!isRecord(envelope) || typeof envelope.encrypt !== 'string') return malformed('not-encrypted');
	const plain = decrypt(envelope.encrypt, keys.encryptKey);
	if (plain === undefined) return DENIED;
	const payload = parseJson(plain);
	if (payload === undefined) return malformed('not-json');
	if (!isForUs(payload, keys)) return DENIED;
	if (isRecord(payload) && payload.type === 'url_verification') return challengeOf(payload);

	const read = readEvent(payload);
	return read.kind === 'malformed' ? malformed('wrong-shape') : read;
}

function openHandshake(body: Uint8Array, keys: IngressKeys): Opened {
	const envelope = parseJson(body);
	if (!isRecord(envelope) || typeof envelope.encrypt !== 'string') return DENIED;
	const plain = decrypt(envelope.encrypt, keys.encryptKey);
	const payload = plain && parseJson(plain);
	if (!isRecord(payload) || payload.type !== 'url_verification' || 'header' in payload) return DENIED;
	if (!isForUs(payload, keys)) return DENIED;
	const opened = challengeOf(payload);
	return opened.kind === 'challenge' ? opened : DENIED;
}

function challengeOf(payload: Record<string, unknown>): Opened {
	return typeof payload.challenge === 'string'
		? { kind: 'challenge', challenge: payload.challenge }
		: malformed('wrong-shape');
}

/** Envelopes of schema 2.0 carry token and app in their header; the handshake and schema 1.0 at the top. */
function isForUs(payload: unknown, keys: IngressKeys): boolean {
	if (!isRecord(payload)) return false;
	if ('header' in payload) {
		const header = payload.header;
		return (
			isRecord(header) && sameSecret(header.token, keys.verificationToken) && header.app_id === keys.appId
		);
	}
	const app = isRecord(payload.event) ? payload.event.app_id : undefined;
	return sameSecret(payload.token, keys.verificationToken) && (app === undefined || app === keys.appId);
}
