import type { HttpInstance } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import type { loadSdk } from './sdk.ts';

/** Ours: the longest answer in bytes; a page of a hundred members has some 20 KB. */
const LARGEST_ANSWER = 4 * 1024 * 1024;

type Http = ReturnType<Awaited<ReturnType<typeof loadSdk>>['defaultHttpInstance']['create']>;
type Settings = NonNullable<Parameters<Http['create']>[0]>;

const dated = z.object({ date: z.string() });

/** The answer had not come to its end in time; whatever was asked may have been done. */
class TooLate extends Error {
	override name = 'TooLate';
	readonly code = 'DEADLINE';
}

/** What asks the platform: an answer has a size, and a redirect is not followed. */
export function boundedHttp(lark: Awaited<ReturnType<typeof loadSdk>>, settings: Settings = {}): Http {
	return lark.defaultHttpInstance.create({
		...settings,
		maxRedirects: 0,
		maxContentLength: LARGEST_ANSWER,
	});
}

/** Tells the hour (ms) that stands over each answer, refusals too. */
export function tellingHour(http: Http, tell: (hour: number) => void): Http {
	const hear = (answer: { readonly headers: unknown } | undefined) => {
		const hour = Date.parse(dated.safeParse(answer?.headers).data?.date ?? '');
		if (!Number.isNaN(hour)) tell(hour);
	};
	http.interceptors.response.use(
		(response) => {
			hear(response);
			return response;
		},
		(error) => {
			hear(error.response);
			throw error;
		},
	);
	return http;
}

/**
 * It as the SDK's clients take it: they only ask by `request`, and get the body. A call takes `withinMs` at most, from its
 * beginning to the last byte of its answer; the time-out of the HTTP client itself begins anew with each byte.
 */
export function askedBy(http: Http, withinMs: number): HttpInstance {
	const unused = () => Promise.reject(new Error('the SDK only asks by request()'));
	return {
		request: (asked) =>
			within(withinMs, async (signal) => {
				const { data } = await http.request({ ...asked, signal });
				return data;
			}),
		get: unused,
		delete: unused,
		head: unused,
		options: unused,
		post: unused,
		put: unused,
		patch: unused,
	};
}

/** Rejects with {@link TooLate} whether or not the call heeds its signal. */
async function within<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const leaving = new AbortController();
	const { promise: late, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		reject(new TooLate());
		leaving.abort();
	}, ms);
	try {
		return await Promise.race([call(leaving.signal), late]);
	} finally {
		clearTimeout(timer);
	}
}
