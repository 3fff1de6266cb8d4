import { createDecipheriv, createHash } from 'node:crypto';

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
