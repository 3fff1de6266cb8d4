import { Hono } from 'hono';
import { z } from 'zod';
import type { Box } from '../box.ts';
import type { Chat } from '../contract.ts';
import { Refusal } from '../refusal.ts';
import { type Env, ok } from './gate.ts';

const Page = z.object({
	page_size: z.coerce.number().int().min(1).max(100).default(20),
	page_token: z.string().optional(),
});

/** Groups the bot sits in, and who else does; the bot itself is not among the members. */
export function chats(box: Box): Hono<Env> {
	return new Hono<Env>()
		.get('/:id', (c) => {
			const chat = chatOf(box, c.req.param('id'));
			const group = chat.kind === 'group';
			return ok(c, {
				name: group ? chat.name : '',
				chat_mode: group ? 'group' : 'p2p',
				chat_type: 'private',
				external: false,
				tenant_key: box.options.tenantKey,
				user_count: String(chat.members.length),
				bot_count: '1',
				chat_status: 'normal',
			});
		})
		.get('/:id/members', (c) => {
			const chat = chatOf(box, c.req.param('id'));
			const page = Page.safeParse(c.req.query()).data;
			if (!page) throw new Refusal('parameter', 'page_size: 1 to 100');
			const from = page.page_token === undefined ? 0 : offsetOf(page.page_token);
			const until = from + page.page_size;
			const more = until < chat.members.length;
			const items = chat.members.slice(from, until).map((openId) => ({
				member_id_type: 'open_id',
				member_id: openId,
				name: box.state.people.get(openId)?.name ?? '',
				tenant_key: box.options.tenantKey,
			}));
			return ok(c, {
				items,
				page_token: more ? tokenAt(until) : '',
				has_more: more,
				member_total: chat.members.length,
			});
		});
}

function chatOf(box: Box, chatId: string): Chat {
	const chat = box.state.chats.get(chatId);
	if (!chat) throw new Refusal('chat');
	if (!chat.hasBot) throw new Refusal('outsideChat');
	return chat;
}

function tokenAt(offset: number): string {
	return Buffer.from(`from ${offset}`).toString('base64url');
}

function offsetOf(token: string): number {
	const offset = /^from (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
	if (offset === undefined) throw new Refusal('parameter', 'page_token');
	return Number(offset);
}
