import { createHash, timingSafeEqual } from 'node:crypto';

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
