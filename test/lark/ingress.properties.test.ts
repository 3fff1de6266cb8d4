import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Opened, openEvent } from '../../src/lark/index.ts';
import { bytes, encrypt, eventOf, fixture, keys, NOW, sealed, sign } from './sealing.ts';

const RUNS = 2000;
const envelope = z.looseObject({ header: z.looseObject({}) });
/** What it comes to, without what is for the operator alone. */
const said = (opened: Opened) => JSON.stringify({ ...opened, doubt: undefined });
const denied = JSON.stringify({ kind: 'refused', status: 401, code: 'not-authentic' });

const fixtures = [
	'im.message.receive_v1',
	'card.action.trigger',
	'im.chat.member.bot.added_v1',
	'im.chat.access_event.bot_p2p_chat_entered_v1',
	'application.bot.menu_v6',
].map(fixture);
const anyFixture = fc.constantFrom(...fixtures);

const open = (headers: Headers, body: Uint8Array): Opened => openEvent(headers, body, keys, NOW);

const flip = (body: Uint8Array, at: number, bit: number): Uint8Array =>
	body.map((byte, index) => (index === at % body.length ? byte ^ (1 << bit) : byte));

/** Replaces one place inside a value by something that does not belong there. */
function disturb(value: unknown, path: readonly number[], into: unknown): unknown {
	const [step, ...rest] = path;
	if (step === undefined || typeof value !== 'object' || value === null) return into;
	const entries = Object.entries(value);
	if (entries.length === 0) return into;
	const chosen = step % entries.length;
	const changed = entries.map(([key, inner], index) => [
		key,
		index === chosen ? disturb(inner, rest, into) : inner,
	]);
	return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

const strange = fc.oneof(
	fc.anything({ withBigInt: false }),
	fc.constantFrom<unknown>(Number.MAX_VALUE, -1, 1e21, '9'.repeat(400), '__proto__', null, '', [], {}, [
		[[[]]],
	]),
);

describe('whatever arrives', () => {
	it('random bytes with random headers are never more than denied', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (body, nonce, signature) => {
				const headers = {
					get: (name: string) => (name === 'x-lark-signature' ? signature : nonce),
				};
				expect(said(openEvent(headers, body, keys, NOW))).toBe(denied);
				expect(said(open(new Headers(), body))).toBe(denied);
			}),
			{ numRuns: RUNS },
		);
	});

	it('a signed body with one bit flipped, cut short or longer is denied', () => {
		fc.assert(
			fc.property(
				anyFixture,
				fc.nat(),
				fc.nat(7),
				fc.constantFrom('flip', 'cut', 'grow', 'swap'),
				(event, at, bit, how) => {
					const body = sealed(event);
					const changed = {
						flip: () => flip(body, at, bit),
						cut: () => body.slice(0, at % body.length),
						grow: () => bytes(`${new TextDecoder().decode(body)} `),
						swap: () => body.toReversed(),
					}[how]();
					expect(said(open(sign(body), changed))).toBe(denied);
				},
			),
			{ numRuns: RUNS },
		);
	});

	it('a cipher text changed and signed anew is opened as nothing but a refusal', () => {
		fc.assert(
			fc.property(anyFixture, fc.nat(), fc.nat(7), (event, at, bit) => {
				// The last block decides over padding and the closing braces; one further in may only change a name.
				const cipher = Buffer.from(encrypt(JSON.stringify(event)), 'base64');
				const last = cipher.length - 1 - (at % 16);
				const body = bytes(
					JSON.stringify({ encrypt: Buffer.from(flip(cipher, last, bit)).toString('base64') }),
				);
				expect(open(sign(body), body).kind).toBe('refused');
			}),
			{ numRuns: RUNS / 4 },
		);
	});

	it('wrong keys are denied', () => {
		fc.assert(
			fc.property(anyFixture, fc.string(), fc.boolean(), (event, wrong, signs) => {
				fc.pre(wrong !== keys.encryptKey);
				const body = signs
					? sealed(event)
					: bytes(JSON.stringify({ encrypt: encrypt(JSON.stringify(event), wrong) }));
				const headers = signs ? sign(body, undefined, 'n', wrong) : sign(body);
				const opened = open(headers, body);
				// Once in 256 a wrong key leaves a padding that looks right; what it uncovers is no JSON.
				if (!signs && opened.kind === 'refused' && opened.status === 400) return;
				expect(said(opened)).toBe(denied);
			}),
			{ numRuns: RUNS / 2 },
		);
	});

	it('strange things inside authentic events never throw, and only whole events are taken', () => {
		fc.assert(
			fc.property(anyFixture, fc.array(fc.nat(), { maxLength: 6 }), strange, (event, path, into) => {
				const { header, ...rest } = envelope.parse(event);
				const authentic = { ...rest, header: { ...header, token: keys.verificationToken } };
				const changed = disturb(authentic, path, into);
				const text = JSON.stringify(changed) ?? 'undefined';
				const body = sealed(text);
				const opened = open(sign(body), body);
				if (opened.kind !== 'update') return;
				expect(opened.update.id).toBeTypeOf('string');
				expect(Number.isSafeInteger(opened.update.at)).toBe(true);
			}),
			{ numRuns: 2 * RUNS },
		);
	});

	it('an authentic event of any content is ignored or unreadable', () => {
		const types = ['im.message.receive_v1', 'card.action.trigger', 'im.chat.member.user.added_v1', 'x'];
		fc.assert(
			fc.property(fc.constantFrom(...types), fc.jsonValue(), (type, event) => {
				const body = sealed(eventOf(type, event));
				const opened = open(sign(body), body);
				expect(opened.kind).toBe(type === 'x' ? 'ignored' : 'unreadable');
			}),
			{ numRuns: RUNS / 2 },
		);
	});

	it('JSON as deep as a body may carry does not overturn it', () => {
		const deep = '['.repeat(300_000) + ']'.repeat(300_000);
		const own = `{"header":{"token":"${keys.verificationToken}","app_id":"${keys.appId}"},"event":${deep}}`;
		for (const body of [bytes(deep), sealed(deep), sealed(own)]) {
			expect(open(sign(body), body).kind).toBe('refused');
			expect(said(open(new Headers(), body))).toBe(denied);
		}
	});
});
