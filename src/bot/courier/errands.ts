/** What is to be fetched, as the outbox keeps it. */
export interface ErrandOrder {
	readonly errand: string;
	readonly args: Readonly<Record<string, string>>;
	readonly by: number | null;
}
