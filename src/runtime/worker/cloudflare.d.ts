/** What we use of the Workers runtime. The full types would replace Node's globals, which the other runtime needs. */
declare module 'cloudflare:workers' {
	export interface Storage {
		readonly sql: {
			exec(query: string, ...values: readonly unknown[]): { toArray(): Record<string, unknown>[] };
		};
		readonly kv: {
			get(key: string): unknown;
			put(key: string, value: unknown): void;
		};
		/** An error undoes what was written inside; may be nested. */
		transactionSync<T>(work: () => T): T;
		/** Settles when all that was written is durable. */
		sync(): Promise<void>;
		/** Wall clock, ms. */
		setAlarm(at: number): Promise<void>;
		getAlarm(): Promise<number | null>;
	}

	export interface ObjectState {
		readonly id: { readonly name?: string };
		readonly storage: Storage;
	}

	export interface ObjectStub {
		fetch(request: Request): Promise<Response>;
	}

	export interface ObjectNamespace {
		idFromName(name: string): unknown;
		get(id: unknown, options?: { locationHint?: string }): ObjectStub;
	}

	export abstract class DurableObject<Env> {
		protected readonly ctx: ObjectState;
		protected readonly env: Env;
		constructor(ctx: ObjectState, env: Env);
	}

	export const env: Readonly<Record<string, unknown>>;
}
