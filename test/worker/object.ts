import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env, type ObjectNamespace, type ObjectState } from 'cloudflare:workers';
import type { House } from '../../src/runtime/worker/house.ts';
import type { Zhibu } from './main.ts';

/** Bound by wrangler.toml. */
export const { ZHIBU } = env as { readonly ZHIBU: ObjectNamespace };

/** One object in the hands of a test. */
export interface HeldObject {
	fetch(request: Request): Promise<Response>;
	/** Runs inside the object. */
	within<T>(work: (house: House, state: ObjectState) => T | Promise<T>): Promise<T>;
	/** Runs inside the object without opening the house. */
	bare<T>(work: (object: Zhibu, state: ObjectState) => T | Promise<T>): Promise<T>;
	ring(): Promise<boolean>;
	/** Puts it away; the next call starts it anew. */
	evict(): Promise<void>;
}

export function hold(name: string): HeldObject {
	const stub = () => ZHIBU.get(ZHIBU.idFromName(name));
	return {
		fetch: (request) => stub().fetch(request),
		within: (work) =>
			runInDurableObject(stub(), async (object: Zhibu, state) => work(await object.open(), state)),
		bare: (work) => runInDurableObject(stub(), work),
		ring: () => runDurableObjectAlarm(stub()),
		evict: () => evictDurableObject(stub()),
	};
}
