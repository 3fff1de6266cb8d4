import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Delivery, FeishuOptions } from '../contract.ts';
import type { Wire } from '../wire.ts';
import { encrypt, signedHeaders } from './seal.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** After the first try: 15 s, 5 min, 1 h, 6 h. */
const RETRY_AFTER_MS = [15 * SECOND, 5 * MINUTE, 60 * MINUTE, 360 * MINUTE];
const ANSWER_WITHIN_MS = 3 * SECOND;
const HANDSHAKE_WITHIN_MS = SECOND;
const KEPT = 500;

const Named = z.looseObject({
	header: z.looseObject({ event_id: z.string().optional(), event_type: z.string().optional() }).optional(),
});

type Live = { -readonly [Key in keyof Delivery]: Delivery[Key] };

interface Answer {
	/** 0 when nobody answered in time. */
	readonly status: number;
	readonly body: string;
}

/** Brings events to the bot: encrypted, signed, again until they are answered with 200. */
export class Postman {
	readonly #options: FeishuOptions;
	readonly #wire: Wire;
	readonly #closing: AbortSignal;
	readonly #underway = new Set<Promise<unknown>>();
	readonly #log: Live[] = [];

	constructor(options: FeishuOptions, wire: Wire, closing: AbortSignal) {
		this.#options = options;
		this.#wire = wire;
		this.#closing = closing;
	}

	deliveries(): readonly Delivery[] {
		return [...this.#log];
	}

	/**
	 * Settles after the first try, whatever came of it. With `again`, an event that got no 200 is tried again
	 * by the schedule with the same body, hence the same event_id; the Delivery counts along.
	 */
	async post(event: unknown, again: boolean): Promise<{ delivery: Delivery; answer: Answer }> {
		const body = JSON.stringify(event);
		const { event_id = '', event_type = 'event' } = Named.safeParse(event).data?.header ?? {};
		const delivery: Live = { eventId: event_id, status: 0, tries: 0, body };
		this.#log.push(delivery);
		if (this.#log.length > KEPT) this.#log.shift();
		const answer = await this.#follow(this.#try(delivery, event_type));
		if (answer.status !== 200 && again) void this.#follow(this.#repeat(delivery, event_type));
		return { delivery, answer };
	}

	/** The unsigned handshake. */
	async handshake(): Promise<boolean> {
		const challenge = randomUUID();
		const plain = { challenge, token: this.#options.verificationToken, type: 'url_verification' };
		const answer = await this.#follow(
			this.#send(JSON.stringify(plain), 'url_verification', false, HANDSHAKE_WITHIN_MS),
		);
		return answer.status === 200 && sameChallenge(answer.body, challenge);
	}

	/** Settles when nothing is on its way or waiting for its next try. */
	async quiet(): Promise<void> {
		while (this.#underway.size > 0) await Promise.allSettled(this.#underway);
	}

	#follow<T>(work: Promise<T>): Promise<T> {
		const ended = work.finally(() => this.#underway.delete(ended));
		this.#underway.add(ended);
		return ended;
	}

	async #try(delivery: Live, what: string): Promise<Answer> {
		delivery.tries++;
		const answer = await this.#send(delivery.body, what, true, ANSWER_WITHIN_MS);
		delivery.status = answer.status;
		return answer;
	}

	async #repeat(delivery: Live, what: string): Promise<void> {
		for (const wait of this.#options.retryAfterMs ?? RETRY_AFTER_MS) {
			const due = await pause(wait, true, { signal: this.#closing }).catch(() => false);
			if (!due) return;
			const answer = await this.#try(delivery, what);
			if (answer.status === 200) return;
		}
	}

	async #send(plain: string, what: string, signed: boolean, withinMs: number): Promise<Answer> {
		const { encryptKey, eventUrl, now } = this.#options;
		const body = JSON.stringify({ encrypt: encrypt(plain, encryptKey) });
		const started = performance.now();
		const answer = await fetch(eventUrl(), {
			method: 'POST',
			headers: {
				'Content-Type': 'application/json; charset=utf-8',
				...(signed ? signedHeaders(body, encryptKey) : {}),
			},
			body,
			redirect: 'manual',
			signal: AbortSignal.any([this.#closing, AbortSignal.timeout(withinMs)]),
		}).then(
			async (response) => ({ status: response.status, body: await response.text() }),
			(error: unknown) => ({ status: 0, body: error instanceof Error ? error.name : 'no answer' }),
		);
		this.#wire.add(
			{ at: now(), direction: 'to-bot', what, status: answer.status, request: plain, response: answer.body },
			started,
		);
		return answer;
	}
}

function sameChallenge(body: string, challenge: string): boolean {
	try {
		return z.looseObject({ challenge: z.literal(challenge) }).safeParse(JSON.parse(body)).success;
	} catch {
		return false;
	}
}
