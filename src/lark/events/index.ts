import type { Update } from '../../bot/vocabulary/index.ts';
import { isRecord } from '../button-value.ts';
import {
	readBotAdded,
	readBotRemoved,
	readChatEntered,
	readMembersAdded,
	readMembersRemoved,
	readMenu,
	readPersonLeft,
} from './chat.ts';
import { envelope, type Happened } from './envelope.ts';
import { readMessage, readRecalled } from './message.ts';
import { readTap } from './tap.ts';

type Read =
	| { readonly kind: 'update'; readonly update: Update }
	| { readonly kind: 'ignored'; readonly type: string }
	/** Authentic, but of a shape that cannot be acted on; `waits`: a person looks at a card until it is answered. */
	| { readonly kind: 'unreadable'; readonly type: string; readonly waits: boolean }
	| { readonly kind: 'malformed' };

/** Undefined when the event has not the shape its type promises. */
type Reader = (event: unknown, happened: Happened, payload: unknown) => Update | undefined;

const TAP = 'card.action.trigger';

/** Every event the bot listens to. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
	['im.message.receive_v1', readMessage],
	['im.message.recalled_v1', readRecalled],
	[TAP, readTap],
	['im.chat.member.bot.added_v1', readBotAdded],
	['im.chat.member.bot.deleted_v1', readBotRemoved],
	['im.chat.member.user.added_v1', readMembersAdded],
	['im.chat.member.user.deleted_v1', readMembersRemoved],
	['im.chat.member.user.withdrawn_v1', readMembersRemoved],
	['im.chat.access_event.bot_p2p_chat_entered_v1', readChatEntered],
	['application.bot.menu_v6', readMenu],
	['contact.user.deleted_v3', readPersonLeft],
]);

/** Turns an authentic event into an update; whether it is authentic is for the caller to know. */
export function readEvent(payload: unknown): Read {
	const oldType = typeOfSchema1(payload);
	if (oldType !== undefined) return { kind: 'ignored', type: oldType };
	const parsed = envelope.safeParse(payload);
	if (!parsed.success) return { kind: 'malformed' };
	const { header, event } = parsed.data;
	const read = readers.get(header.event_type);
	if (!read) return { kind: 'ignored', type: header.event_type };
	const happened = { id: header.event_id, at: header.create_time, tenantKey: header.tenant_key || undefined };
	const update = read(event, happened, payload);
	if (update) return { kind: 'update', update };
	return { kind: 'unreadable', type: header.event_type, waits: header.event_type === TAP };
}

/** Old events `{uuid, token, type: "event_callback", event: {type}}` are not listened to. */
function typeOfSchema1(payload: unknown): string | undefined {
	if (!isRecord(payload) || payload.type !== 'event_callback' || !isRecord(payload.event)) return undefined;
	return typeof payload.event.type === 'string' ? payload.event.type : undefined;
}
