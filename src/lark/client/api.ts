import { z } from 'zod';
import type { Outcome } from '../../bot/vocabulary/index.ts';
import { type Failure, faultOfAnswer, faultOfError } from '../faults.ts';
import { askedBy, boundedHttp, tellingHour } from './bounded.ts';
import { type Domain, loadSdk, originOf, silent } from './sdk.ts';

export interface LarkOptions {
	readonly appId: string;
	readonly appSecret: string;
	readonly domain: Domain;
	/** How long one call may take, to the last byte of its answer; 10 s unless told otherwise. */
	readonly timeoutMs?: number;
}

export interface ApiRequest {
	readonly method: 'GET' | 'POST' | 'PATCH';
	/** Beginning with `/open-apis/`; ids in it already encoded. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly data?: Readonly<Record<string, unknown>>;
}

/** One authorised call: its answer in the given shape, or a fault. Never rejects. */
export type Call = <T>(request: ApiRequest, shape: z.ZodType<T>) => Promise<Outcome<T>>;

type Tried = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly fault: Failure };

const success = z.object({ code: z.literal(0) });
const granted = z.object({ tenant_access_token: z.string().min(1), expire: z.number().positive() });

const TIMEOUT_MS = 10_000;

/** A way to call the platform, and whether it lets us. */
export interface OpenApi {
	readonly call: Call;
	/** As `Platform.tokenRefused`. */
	tokenRefused(): string | undefined;
}

/** Calls the platform; `onHour` is told what hour it is there, with each answer. */
export function openApi(options: LarkOptions, onHour: (hour: number) => void): OpenApi {
	let loading: ReturnType<typeof load> | undefined;

	async function load() {
		const lark = await loadSdk();
		const client = new lark.Client({
			appId: options.appId,
			appSecret: options.appSecret,
			domain: originOf(options.domain),
			httpInstance: askedBy(tellingHour(boundedHttp(lark), onHour), options.timeoutMs ?? TIMEOUT_MS),
			disableTokenCache: true,
			logger: silent,
		});
		return { client, withTenantToken: lark.withTenantToken };
	}

	async function attempt(request: ApiRequest, token?: string): Promise<Tried> {
		try {
			loading ??= load();
			const { client, withTenantToken } = await loading;
			const body: unknown = await client.request(
				{
					method: request.method,
					url: request.path,
					params: request.query,
					data: request.data,
				},
				token === undefined ? undefined : withTenantToken(token),
			);
			if (success.safeParse(body).success) return { ok: true, body };
			return { ok: false, fault: faultOfAnswer(200, body) };
		} catch (error) {
			return { ok: false, fault: faultOfError(error) };
		}
	}

	const tokens = tokenHolder(async (): Promise<Outcome<Token>> => {
		const tried = await attempt({
			method: 'POST',
			path: '/open-apis/auth/v3/tenant_access_token/internal',
			data: { app_id: options.appId, app_secret: options.appSecret },
		});
		if (!tried.ok) return { ok: false, fault: faultOfGrant(tried.fault) };
		const { data } = granted.safeParse(tried.body);
		if (!data) return { ok: false, fault: { kind: 'operator', code: 'no-token', whole: true } };
		return { ok: true, value: { token: data.tenant_access_token, lifeMs: data.expire * 1000 } };
	});

	const call: Call = async (request, shape) => {
		for (let renewed = false; ; renewed = true) {
			const token = await tokens.get();
			if (!token.ok) return token;
			const tried = await attempt(request, token.value);
			if (tried.ok) {
				const parsed = shape.safeParse(tried.body);
				if (parsed.success) return { ok: true, value: parsed.data };
				return { ok: false, fault: { kind: 'unknown', code: 'unexpected-answer' } };
			}
			const { fault } = tried;
			if (fault.kind !== 'token') return { ok: false, fault };
			tokens.drop(token.value);
			if (renewed) return { ok: false, fault: { kind: 'operator', code: fault.code, whole: true } };
		}
	};
	return { call, tokenRefused: tokens.refused };
}

/** While a token is fetched nothing has been sent yet; a refusal means that id or secret are wrong. */
function faultOfGrant(fault: Failure): Extract<Outcome<Token>, { ok: false }>['fault'] {
	const refused = fault.kind === 'retry' && fault.patience !== undefined && /^\d+$/.test(fault.code);
	if (fault.kind === 'retry' && !refused) return fault;
	// A numbered code in an answer is a refusal; anything else unknown is the network's doing.
	if (fault.kind === 'unknown' && !/^\d+$/.test(fault.code)) return { kind: 'retry', code: fault.code };
	return { ...(fault.kind === 'operator' && fault), kind: 'operator', code: fault.code, whole: true };
}

interface Token {
	readonly token: string;
	readonly lifeMs: number;
}

interface TokenHolder {
	/** The token in force; fetched once however many ask at the same time. */
	get(): Promise<Outcome<string>>;
	/** The code with which the last one was refused; undefined while one is to be had. */
	refused(): string | undefined;
	/** The platform refused this token: the next `get` fetches anew, unless that already happened. */
	drop(token: string): void;
}

const MARGIN_MS = 5 * 60 * 1000;

/** Keeps one token by the monotonic clock. The SDK's own cache can neither be emptied nor shared by one fetch. */
function tokenHolder(fetch: () => Promise<Outcome<Token>>): TokenHolder {
	let held: { readonly token: string; readonly until: number } | undefined;
	let fetching: Promise<Outcome<string>> | undefined;
	let refused: string | undefined;

	async function renew(): Promise<Outcome<string>> {
		const asked = performance.now();
		const fetched = await fetch();
		refused = fetched.ok ? undefined : fetched.fault.code;
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
		refused: () => refused,
		drop(token) {
			if (held?.token === token) held = undefined;
		},
	};
}
