export type Row = Record<string, unknown>;

/** An empty database of the runtime the tests run on, and the way its migrations are really applied. */
export interface Fresh {
	all(statement: string, ...values: readonly unknown[]): Row[];
	/** Applies the first so many migrations. */
	migrateTo(count: number): Promise<void>;
	/** Opens it as the bot does at its start. */
	open(): Promise<void>;
}
