/** What we use of the runtime's test module. */
declare module 'cloudflare:test' {
	import type { DurableObject, ObjectState, ObjectStub } from 'cloudflare:workers';

	/** Runs `work` inside the object, in place of its `fetch`. */
	export function runInDurableObject<O extends DurableObject<unknown>, R>(
		stub: ObjectStub,
		work: (object: O, state: ObjectState) => R | Promise<R>,
	): Promise<R>;
	/** Rings the alarm now if one is set; whether it was. */
	export function runDurableObjectAlarm(stub: ObjectStub): Promise<boolean>;
	/** Puts the object away; its storage stays. */
	export function evictDurableObject(stub: ObjectStub): Promise<void>;
}
