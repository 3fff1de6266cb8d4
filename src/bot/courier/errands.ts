import type { ErrandResult, Outcome, Platform } from '../vocabulary/index.ts';

/** What can be fetched from the platform, by the name an outbox row carries. */
export type ErrandName = 'account-name' | 'chat-members';

export interface ErrandOrder {
	readonly errand: string;
	readonly fetch: ErrandName;
	readonly args: Readonly<Record<string, string>>;
	readonly by: number | null;
}

/** Runs one errand; its outcome is what the errand's Turn gets. */
export async function runErrand(platform: Platform, order: ErrandOrder): Promise<Outcome<ErrandResult>> {
	if (order.fetch === 'account-name') {
		const found = await platform.accountName(order.args.openId ?? '');
		return found.ok ? { ok: true, value: { kind: 'account-name', account: found.value } } : found;
	}
	const found = await platform.chatMembers(order.args.chatId ?? '');
	return found.ok ? { ok: true, value: { kind: 'chat-members', members: found.value } } : found;
}
