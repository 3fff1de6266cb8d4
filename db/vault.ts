import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { Sealed } from './schema/sealed.ts';

/** Where a sealed value lies; it opens nowhere else. */
export interface Place {
	readonly table: string;
	readonly column: string;
	readonly row: string;
}

/** Seals what is private. A value is `key id . nonce . ciphertext and tag`, base64url. */
export interface Vault {
	/** The ids of its keys, the one that seals first. */
	readonly keys: readonly [string, ...string[]];
	seal(plain: string, place: Place): Sealed;
	/** Throws {@link SealBroken} when no key fits or the value was moved or altered. */
	open(sealed: string, place: Place): string;
	/**
	 * The same words under the first key. What was equal before is equal again, so that a row and what the ledger keeps of
	 * it still agree. Throws as `open` does.
	 */
	reseal(sealed: string, place: Place): Sealed;
	/** Seals what was kept in plain; equal words at one place become equal values. */
	sealKept(plain: string, place: Place): Sealed;
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
	const [first, ...others] = ring;
	if (!first) throw new Error('a vault needs at least one key');
	const nonceKey = createHmac('sha256', first.bytes).update('nonces of what is sealed anew').digest();
	const sealWith = (nonce: Buffer, plain: string, place: Place): Sealed => {
		const cipher = createCipheriv('aes-256-gcm', first.bytes, nonce).setAAD(aad(place));
		const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
		return `${first.id}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
	};
	/** Follows from what stood there: the same nonce is only ever used for the same words at the same place. */
	const nonceOf = (kind: 'sealed' | 'plain', stood: string, place: Place) =>
		createHmac('sha256', nonceKey)
			.update(JSON.stringify([kind, place.table, place.column, place.row, stood]))
			.digest()
			.subarray(0, NONCE);
	const open = (sealed: string, place: Place): string => {
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
	};
	return {
		keys: [first.id, ...others.map(({ id }) => id)],
		seal: (plain, place) => sealWith(freshNonce(), plain, place),
		open,
		reseal: (sealed, place) => sealWith(nonceOf('sealed', sealed, place), open(sealed, place), place),
		sealKept: (plain, place) => sealWith(nonceOf('plain', plain, place), plain, place),
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

/** The id of the key a value lies sealed under; undefined for what has not the form of a sealed value. */
export function keyOf(value: string): string | undefined {
	return SEALED.exec(value)?.[1];
}

/** An id, 12 bytes of nonce, 16 of tag or more. */
const SEALED = /^([\w-]{6})\.[\w-]{16}\.[\w-]{22,}$/;

function toKey(text: string): Key {
	const bytes = createHash('sha256').update(text).digest();
	return { id: createHash('sha256').update(bytes).digest('base64url').slice(0, 6), bytes };
}

function aad(place: Place): Buffer {
	return Buffer.from(JSON.stringify([place.table, place.column, place.row]));
}
