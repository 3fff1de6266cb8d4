import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Sealed } from './schema/ledgered.ts';

/** Where a sealed value lies; it opens nowhere else. */
export interface Place {
	readonly table: string;
	readonly column: string;
	readonly row: string;
}

/** Seals what is private. A value is `key id . nonce . ciphertext and tag`, base64url. */
export interface Vault {
	seal(plain: string, place: Place): Sealed;
	/** Throws {@link SealBroken} when no key fits or the value was moved or altered. */
	open(sealed: string, place: Place): string;
}

export class SealBroken extends Error {
	override name = 'SealBroken';
}

interface Key {
	readonly id: string;
	readonly bytes: Buffer;
}

/**
 * AES-256-GCM under the given keys: the first seals, all open. A key is any text of 32 characters or more;
 * what encrypts is its SHA-256.
 */
export function openVault(keys: readonly string[]): Vault {
	const ring = keys.map(toKey);
	const [first] = ring;
	if (!first) throw new Error('a vault needs at least one key');
	return {
		seal(plain, place) {
			const nonce = freshNonce();
			const cipher = createCipheriv('aes-256-gcm', first.bytes, nonce).setAAD(aad(place));
			const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
			return `${first.id}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
		},
		open(sealed, place) {
			const [id, nonce, body] = sealed.split('.');
			const key = ring.find((each) => each.id === id);
			if (!key || !nonce || !body) throw new SealBroken('no key fits');
			const bytes = Buffer.from(body, 'base64url');
			try {
				const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'))
					.setAAD(aad(place))
					.setAuthTag(bytes.subarray(-16));
				return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
			} catch (cause) {
				throw new SealBroken('the value does not belong here', { cause });
			}
		},
	};
}

const NONCE = 12;
let nonces = Buffer.alloc(0);

/** Random bytes cost the same by the kilobyte; none is ever used twice. */
function freshNonce(): Buffer {
	if (nonces.byteLength === 0) nonces = randomBytes(256 * NONCE);
	const nonce = nonces.subarray(0, NONCE);
	nonces = nonces.subarray(NONCE);
	return nonce;
}

function toKey(text: string): Key {
	const bytes = createHash('sha256').update(text).digest();
	return { id: createHash('sha256').update(bytes).digest('base64url').slice(0, 6), bytes };
}

function aad(place: Place): Buffer {
	return Buffer.from(JSON.stringify([place.table, place.column, place.row]));
}
