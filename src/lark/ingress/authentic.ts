import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether the signature header belongs to these raw bytes: lowercase hex SHA-256 (not an HMAC) of timestamp,
 * nonce, encrypt key and body, the headers taken verbatim.
 */
export function signatureMatches(
	signature: string,
	timestamp: string,
	nonce: string,
	encryptKey: string,
	body: Uint8Array,
): boolean {
	const expected = createHash('sha256')
		.update(timestamp + nonce + encryptKey, 'utf8')
		.update(body)
		.digest('hex');
	const given = Buffer.from(signature, 'utf8');
	return given.byteLength === expected.length && timingSafeEqual(given, Buffer.from(expected, 'utf8'));
}

/** Compares in constant time; the hashes make the lengths equal without telling the secret's. */
export function sameSecret(given: unknown, secret: string): boolean {
	if (typeof given !== 'string') return false;
	const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
	return timingSafeEqual(digest(given), digest(secret));
}

/** Events come again for about seven hours; a day leaves room for a platform that was ill itself. */
const OLDEST_MS = 24 * 60 * 60 * 1000;
const AHEAD_MS = 5 * 60 * 1000;

/** Card callbacks write the time as Go prints it: `2026-10-04 18:23:46.05 +0800 CST m=+12.3`. */
const GO_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,9})? ([+-]\d\d)(\d\d)( .*)?$/;

/** Whether a request stamped so may still be taken; both in milliseconds. */
export function isFresh(at: number, wallNow: number): boolean {
	return at >= wallNow - OLDEST_MS && at <= wallNow + AHEAD_MS;
}

/** Milliseconds of a timestamp header in either of its forms; undefined when it is neither. */
export function timestampMs(timestamp: string): number | undefined {
	if (/^\d{1,12}$/.test(timestamp)) return Number(timestamp) * 1000;
	const [, day, time, , hours, minutes] = GO_TIME.exec(timestamp) ?? [];
	if (day === undefined) return undefined;
	const at = Date.parse(`${day}T${time}${hours}:${minutes}`);
	return Number.isNaN(at) ? undefined : at;
}

const BLOCK = 16;

let last: { readonly encryptKey: string; readonly bytes: Buffer } | undefined;

/** An app has one encrypt key: its hash is made once. */
function keyOf(encryptKey: string): Buffer {
	if (last?.encryptKey !== encryptKey) {
		last = { encryptKey, bytes: createHash('sha256').update(encryptKey, 'utf8').digest() };
	}
	return last.bytes;
}

/**
 * Opens `base64(iv ‖ ciphertext)`: AES-256-CBC with PKCS7 under the SHA-256 of the encrypt key.
 * Undefined when it cannot be opened, whatever the cause.
 */
export function decrypt(encrypted: string, encryptKey: string): Uint8Array | undefined {
	const bytes = Buffer.from(encrypted, 'base64');
	if (bytes.byteLength < 2 * BLOCK || bytes.byteLength % BLOCK !== 0) return undefined;
	const decipher = createDecipheriv('aes-256-cbc', keyOf(encryptKey), bytes.subarray(0, BLOCK));
	try {
		return Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()]);
	} catch {
		return undefined;
	}
}
