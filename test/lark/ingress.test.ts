import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openEvent } from '../../src/lark/index.ts';
import { decrypt, signatureMatches, timestampMs } from '../../src/lark/ingress/authentic.ts';
import { bytes, encrypt, eventOf, fixture, keys, NOW, sealed, sign } from './sealing.ts';

const text = z.string();
const vectors = z
	.object({
		decrypt: z.array(z.object({ origin: text, key: text, cipher: text, plain: text })),
		signature: z.array(
			z.object({ origin: text, timestamp: text, nonce: text, key: text, body: text, sha256: text }),
		),
	})
	.parse(fixture('crypto'));
const message = z.looseObject({}).parse(fixture('im.message.receive_v1'));
const denied = { kind: 'refused', status: 401, code: 'not-authentic' };
const handshake = { challenge: 'c-1', token: keys.verificationToken, type: 'url_verification' };

const open = (body: Uint8Array, headers = sign(body), with_ = keys) => openEvent(headers, body, with_, NOW);

describe('the published vectors', () => {
	it.each(vectors.decrypt)('decrypts: $origin', ({ key, cipher, plain }) => {
		expect(new TextDecoder().decode(decrypt(cipher, key))).toBe(plain);
	});

	it.each(vectors.signature)('checks the signature: $origin', ({ timestamp, nonce, key, body, sha256 }) => {
		expect(signatureMatches(sha256, timestamp, nonce, key, bytes(body))).toBe(true);
		expect(signatureMatches(sha256, timestamp, nonce, key, bytes(`${body} `))).toBe(false);
		expect(signatureMatches(sha256.slice(1), timestamp, nonce, key, bytes(body))).toBe(false);
	});

	it('answers the published handshake', () => {
		const [, published] = vectors.decrypt;
		const body = bytes(JSON.stringify({ encrypt: published?.cipher }));
		const theirs = {
			...keys,
			encryptKey: 'mazhe.nerd',
			verificationToken: 'iRdCP2WwXNBXRM3mGLqhrgch3cn0gbT6',
		};
		expect(open(body, new Headers(), theirs)).toEqual({
			kind: 'challenge',
			challenge: '5634b122-c042-4634-bc7f-b07a3c3e77ad',
		});
	});
});

describe('the handshake', () => {
	it('is answered with and without a signature', () => {
		const body = sealed(handshake);
		expect(open(body, new Headers())).toEqual({ kind: 'challenge', challenge: 'c-1' });
		expect(open(body)).toEqual({ kind: 'challenge', challenge: 'c-1' });
	});

	it.each([
		['in plain', bytes(JSON.stringify(handshake))],
		['with a wrong token', sealed({ ...handshake, token: 'x' })],
		['without a challenge', sealed({ ...handshake, challenge: 1 })],
		['that is an event', sealed(message)],
		['that is an event calling itself one', sealed({ ...message, ...handshake })],
		['that is nothing', bytes('')],
	])('unsigned and %s is denied', (_, body) => {
		expect(open(body, new Headers())).toEqual(denied);
	});

	it('is denied when any signature header is there but not all', () => {
		const headers = sign(sealed(handshake));
		headers.delete('X-Lark-Signature');
		expect(open(sealed(handshake), headers)).toEqual(denied);
	});
});

describe('a signed request', () => {
	it('becomes an update', () => {
		expect(open(sealed(message))).toMatchObject({ kind: 'update', update: { kind: 'message' } });
	});

	it.each([
		['of another signature', () => open(sealed(message), sign(bytes('{}')))],
		['signed with another key', () => open(sealed(message), sign(sealed(message), undefined, 'n', 'other'))],
		[
			'encrypted with another key',
			// A fixed start: one wrong key in 256 leaves a padding that looks right, and ends as «not JSON».
			() =>
				open(
					bytes(JSON.stringify({ encrypt: encrypt(JSON.stringify(message), 'other', new Uint8Array(16)) })),
				),
		],
		['too short to be a cipher text', () => open(bytes('{"encrypt":"AAAA"}'))],
		['with another token', () => open(sealed(eventOf('x', {}, { token: 'x' })))],
		['without a token', () => open(sealed(eventOf('x', {}, { token: undefined })))],
		['for another app', () => open(sealed(eventOf('x', {}, { app_id: 'cli_0' })))],
		['of the old schema for another app', () => open(sealed({ ...handshake, event: { app_id: 'cli_0' } }))],
		['while no encrypt key is set', () => open(sealed(message), undefined, { ...keys, encryptKey: '' })],
		['while no token is set', () => open(sealed(message), undefined, { ...keys, verificationToken: '' })],
	])('%s is denied, always in the same words', (_, opened) => {
		expect(opened()).toMatchObject(denied);
	});

	it.each([
		['not-json', bytes('{"encrypt":')],
		['not-json', new Uint8Array([0xff, 0xfe])],
		['not-encrypted', bytes(JSON.stringify(message))],
		['not-encrypted', bytes('[]')],
		['not-json', sealed('no JSON')],
		['wrong-shape', sealed(eventOf('x', {}, { create_time: '1e300' }))],
		['wrong-shape', sealed({ ...handshake, challenge: 5 })],
	])('that is authentic but %s gets 400', (code, body) => {
		expect(open(body)).toEqual({ kind: 'refused', status: 400, code });
	});

	it('is ignored when its type is unknown or of the old schema', () => {
		expect(open(sealed(eventOf('im.chat.updated_v1', {})))).toEqual({
			kind: 'ignored',
			type: 'im.chat.updated_v1',
		});
		const old = { token: keys.verificationToken, type: 'event_callback', event: { type: 'add_bot' } };
		expect(open(sealed(old))).toEqual({ kind: 'ignored', type: 'add_bot' });
	});

	it('may be 1 MiB and not a byte more', () => {
		expect(open(new Uint8Array(1024 * 1024))).toMatchObject({ status: 400 });
		expect(open(new Uint8Array(1024 * 1024 + 1))).toEqual({
			kind: 'refused',
			status: 413,
			code: 'too-large',
		});
	});
});

describe('freshness', () => {
	const at = (timestamp: string) => openEvent(sign(sealedMessage, timestamp), sealedMessage, keys, NOW).kind;
	const sealedMessage = sealed(message);
	const seconds = (ms: number) => String(ms / 1000);
	const day = 24 * 60 * 60 * 1000;

	it.each([
		[seconds(NOW - day), 'update'],
		[seconds(NOW - day - 1000), 'refused'],
		[seconds(NOW + 300_000), 'update'],
		[seconds(NOW + 301_000), 'refused'],
		['', 'refused'],
		['yesterday', 'refused'],
		['-1', 'refused'],
		['1e9', 'refused'],
		// NOW is 2026-09-21 22:13:20 in China.
		['2026-09-21 22:13:20.0512345 +0800 CST m=+361.25', 'update'],
		['2026-09-20 22:13:20 +0800 CST', 'update'],
		['2026-09-20 22:13:19 +0800 CST', 'refused'],
		['2026-09-21 22:18:21 +0800 CST', 'refused'],
		['2026-13-41 22:13:20 +0800 CST', 'refused'],
	])('of %j: %s', (timestamp, kind) => {
		expect(at(timestamp)).toBe(kind);
	});

	it('reads the form of card callbacks', () => {
		expect(timestampMs('2026-10-04 18:23:46.053 +0800 CST m=+12.5')).toBe(Date.UTC(2026, 9, 4, 10, 23, 46));
	});
});
