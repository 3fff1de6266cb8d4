import { z } from 'zod';
import type { AccountName, Outcome } from '../../bot/vocabulary/index.ts';
import type { Call } from './api.ts';

const user = z.object({ data: z.object({ user: z.object({ name: z.string().optional() }) }) });

/** The scope for names is missing: told to the operator once, never asked for again by itself. */
export const NAME_WITHHELD = 'name-withheld';

export async function accountName(call: Call, openId: string): Promise<Outcome<AccountName>> {
	const outcome = await call(
		{
			method: 'GET',
			path: `/open-apis/contact/v3/users/${encodeURIComponent(openId)}`,
			query: { user_id_type: 'open_id' },
		},
		user,
	);
	if (!outcome.ok) return outcome;
	const { name } = outcome.value.data.user;
	// Without contact:user.base:readonly the platform answers, but leaves the name out; asking again brings no more.
	if (!name) return { ok: false, fault: { kind: 'operator', code: NAME_WITHHELD, futile: true } };
	return { ok: true, value: { openId, name } };
}

const PAGE_SIZE = '100';
/** Ours: no group has so many members. */
const MOST_PAGES = 500;

const members = z.object({
	data: z.object({
		items: z.array(z.object({ member_id: z.string(), name: z.string().optional() })).optional(),
		has_more: z.boolean().optional(),
		page_token: z.string().optional(),
	}),
});

export async function chatMembers(call: Call, chatId: string): Promise<Outcome<readonly AccountName[]>> {
	const found: AccountName[] = [];
	const turned = new Set<string>();
	for (let page: string | undefined; ; ) {
		const outcome = await call(
			{
				method: 'GET',
				path: `/open-apis/im/v1/chats/${encodeURIComponent(chatId)}/members`,
				query: {
					member_id_type: 'open_id',
					page_size: PAGE_SIZE,
					...(page !== undefined && { page_token: page }),
				},
			},
			members,
		);
		if (!outcome.ok) return outcome;
		const { items = [], has_more, page_token } = outcome.value.data;
		found.push(...items.map(({ member_id, name }) => ({ openId: member_id, name: name ?? '' })));
		if (!has_more) return { ok: true, value: found };
		// Pages that point to each other, or to ever new ones, would be turned forever.
		if (!page_token || turned.has(page_token) || turned.size >= MOST_PAGES) {
			return { ok: false, fault: { kind: 'unknown', code: 'endless-pages' } };
		}
		turned.add(page_token);
		page = page_token;
	}
}

const chat = z.object({ data: z.object({ name: z.string() }) });

/** What a group is called now: the name in `bot.added` is the group's by the documents, the bot's by one SDK (FEISHU.md). */
export async function chatName(call: Call, chatId: string): Promise<Outcome<string>> {
	const path = `/open-apis/im/v1/chats/${encodeURIComponent(chatId)}`;
	const outcome = await call({ method: 'GET', path }, chat);
	return outcome.ok ? { ok: true, value: outcome.value.data.name } : outcome;
}

const bot = z.object({ bot: z.object({ open_id: z.string().min(1), app_name: z.string().optional() }) });

export async function self(call: Call): Promise<Outcome<AccountName>> {
	const outcome = await call({ method: 'GET', path: '/open-apis/bot/v3/info' }, bot);
	if (!outcome.ok) return outcome;
	const { open_id, app_name } = outcome.value.bot;
	return { ok: true, value: { openId: open_id, name: app_name ?? '' } };
}

const online = z.object({ data: z.object({ online_instance_cnt: z.number().int() }) });

export async function connections(call: Call): Promise<Outcome<number>> {
	const outcome = await call({ method: 'GET', path: '/open-apis/event/v1/connection' }, online);
	return outcome.ok ? { ok: true, value: outcome.value.data.online_instance_cnt } : outcome;
}
