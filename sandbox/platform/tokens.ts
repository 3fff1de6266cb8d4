import { freshId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** Seconds a token lives, as the platform answers it. */
export const EXPIRE_S = 7200;
/** With less than this left the platform gives out a new token beside the old one. */
const RENEW_BELOW_MS = 30 * 60 * 1000;

interface Token {
	readonly value: string;
	readonly diesAt: number;
	calls: number;
}

/** Tenant access tokens. Ages by the monotonic clock; `life` is the fault that kills a token after so many calls, 0: never. */
export class Tokens {
	readonly #tokens = new Map<string, Token>();
	#newest: Token | undefined;

	give(life: number): { value: string; expire: number } {
		const now = performance.now();
		const old = this.#newest;
		const usable = old && !worn(old, life) && old.diesAt - now > RENEW_BELOW_MS;
		const token = usable ? old : { value: freshId('t'), diesAt: now + EXPIRE_S * 1000, calls: 0 };
		this.#newest = token;
		this.#tokens.set(token.value, token);
		return { value: token.value, expire: Math.floor((token.diesAt - now) / 1000) };
	}

	/** Counts one call with this Authorization header. Throws a Refusal when it does not carry a live token. */
	use(header: string | undefined, life: number): void {
		const value = /^Bearer (.+)$/.exec(header ?? '')?.[1];
		if (!value) throw new Refusal('tokenMissing');
		const token = this.#tokens.get(value);
		if (!token || worn(token, life) || token.diesAt <= performance.now()) throw new Refusal('tokenInvalid');
		token.calls++;
	}
}

function worn(token: Token, life: number): boolean {
	return life > 0 && token.calls >= life;
}
