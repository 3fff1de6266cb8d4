import type { Answer, Update } from '../bot/vocabulary/index.ts';
import { connect, type LongConnectionOptions, NotConnected } from './long-connection.ts';

/** Whether events can come in, and what keeps them out. */
export type LineState =
	| { readonly kind: 'up' }
	/** `code`: `cut`, or that of {@link NotConnected}; tried again by itself. */
	| { readonly kind: 'down'; readonly code: string }
	/** Id or secret are not taken; tried again all the same, since they may be put right over there. */
	| { readonly kind: 'refused'; readonly code: string };

export interface LineOptions extends LongConnectionOptions {
	onChange(state: LineState): void;
	/** Settles after so many ms, or at once when the signal says so. */
	pause?(ms: number, closed: AbortSignal): Promise<void>;
	/** In [0, 1). */
	random?(): number;
}

export interface Line {
	close(): void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
/** Ours: a line that stood this long (ms) was a good one, and its loss begins a new row of tries. */
const STOOD = 30_000;
/** The endpoint's codes for an id or a secret that are not taken: forbidden, authentication failed, wrong id, wrong secret. */
const REFUSED: ReadonlySet<string> = new Set(['403', '514', '10003', '10014']);

/**
 * Keeps a long connection for ever: whatever ends one, a fresh client takes its place, after 1 s at first, twice as long
 * each time, 60 s at most, a quarter of it drawn so that many bots don't come back in one moment. After a line that
 * stood for a while, or brought something, it begins at 1 s again.
 */
export function keepLine(options: LineOptions, handle: (update: Update) => Promise<Answer>): Line {
	const closing = new AbortController();
	void keep(options, handle, closing.signal);
	return { close: () => closing.abort() };
}

async function keep(
	options: LineOptions,
	handle: (update: Update) => Promise<Answer>,
	closed: AbortSignal,
): Promise<void> {
	const { onChange, pause = wait, random = Math.random } = options;
	for (let next = FIRST_WAIT; !closed.aborted; ) {
		const began = performance.now();
		let brought = false;
		const lost = await once(
			options,
			(update) => {
				brought = true;
				return handle(update);
			},
			closed,
		);
		if (closed.aborted) return;
		onChange(lost);
		if (brought || performance.now() - began > STOOD) next = FIRST_WAIT;
		await pause(next * (1 - random() / 4), closed);
		next = Math.min(next * 2, LONGEST_WAIT);
	}
}

/** One client from its beginning to its end; answers what ended it. */
async function once(
	options: LineOptions,
	handle: (update: Update) => Promise<Answer>,
	closed: AbortSignal,
): Promise<LineState> {
	try {
		const connection = await connect(options, handle);
		if (!closed.aborted) options.onChange({ kind: 'up' });
		const close = () => connection.close();
		if (closed.aborted) close();
		closed.addEventListener('abort', close, { once: true });
		await connection.ended;
		closed.removeEventListener('abort', close);
		return { kind: 'down', code: 'cut' };
	} catch (error) {
		const code = error instanceof NotConnected ? error.code : 'network';
		return { kind: REFUSED.has(code) ? 'refused' : 'down', code };
	}
}

function wait(ms: number, closed: AbortSignal): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, ms);
	closed.addEventListener('abort', () => resolve(), { once: true });
	return promise.finally(() => clearTimeout(timer));
}
