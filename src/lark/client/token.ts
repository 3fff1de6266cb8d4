import type { Outcome } from '../../bot/vocabulary/index.ts';

export interface Token {
	readonly token: string;
	readonly lifeMs: number;
}

export interface TokenHolder {
	/** The token in force; fetched once however many ask at the same time. */
	get(): Promise<Outcome<string>>;
	/** The platform refused this token: the next `get` fetches anew, unless that already happened. */
	drop(token: string): void;
}

const MARGIN_MS = 5 * 60 * 1000;

/** Keeps one token by the monotonic clock. The SDK's own cache can neither be emptied nor shared by one fetch. */
export function tokenHolder(fetch: () => Promise<Outcome<Token>>): TokenHolder {
	let held: { readonly token: string; readonly until: number } | undefined;
	let fetching: Promise<Outcome<string>> | undefined;

	async function renew(): Promise<Outcome<string>> {
		const asked = performance.now();
		const fetched = await fetch();
		if (!fetched.ok) return fetched;
		const { token, lifeMs } = fetched.value;
		held = { token, until: asked + lifeMs - Math.min(MARGIN_MS, lifeMs / 2) };
		return { ok: true, value: token };
	}

	return {
		async get() {
			if (held && performance.now() < held.until) return { ok: true, value: held.token };
			fetching ??= renew().finally(() => {
				fetching = undefined;
			});
			return fetching;
		},
		drop(token) {
			if (held?.token === token) held = undefined;
		},
	};
}
