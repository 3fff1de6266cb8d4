import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** base64 of a random iv and the AES-256-CBC cipher text under SHA-256 of the Encrypt Key. */
export function encrypt(plain: string, encryptKey: string): string {
	const iv = randomBytes(16);
	const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
	return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** Lower-case hex SHA-256 over timestamp, nonce, Encrypt Key and the exact body; not an HMAC. */
export function sign(timestamp: string, nonce: string, encryptKey: string, body: string): string {
	return createHash('sha256').update(`${timestamp}${nonce}${encryptKey}${body}`).digest('hex');
}

/** The headers an event travels with. The timestamp is the wall clock's, in seconds. */
export function signedHeaders(body: string, encryptKey: string): Record<string, string> {
	const timestamp = String(Math.floor(Date.now() / 1000));
	const nonce = randomBytes(8).toString('hex');
	return {
		'X-Lark-Request-Timestamp': timestamp,
		'X-Lark-Request-Nonce': nonce,
		'X-Lark-Signature': sign(timestamp, nonce, encryptKey, body),
	};
}
