import { z } from 'zod';
import { State } from './state.ts';

const Snapshot = z.object({
	version: z.literal(1),
	people: z.array(
		z.object({
			openId: z.string(),
			name: z.string(),
			note: z.string().optional(),
			mobile: z.string().optional(),
			email: z.string().optional(),
			resigned: z.boolean().optional(),
			blocked: z.boolean().optional(),
			hidden: z.boolean().optional(),
		}),
	),
	chats: z.array(
		z.object({
			chatId: z.string(),
			kind: z.enum(['group', 'private']),
			name: z.string(),
			members: z.array(z.string()),
			hasBot: z.boolean(),
		}),
	),
	messages: z.array(
		z.object({
			messageId: z.string(),
			chatId: z.string(),
			from: z.string(),
			at: z.number(),
			type: z.enum(['text', 'post', 'interactive', 'image', 'file', 'sticker', 'audio', 'system']),
			content: z.string(),
			mentions: z.array(z.object({ key: z.string(), openId: z.string(), name: z.string() })),
			repliesTo: z.string().optional(),
			recalled: z.boolean().optional(),
			edits: z.number(),
		}),
	),
	uuids: z.array(z.tuple([z.string(), z.object({ messageId: z.string(), at: z.number() })])),
	cardTokens: z.array(
		z.tuple([z.string(), z.object({ messageId: z.string(), at: z.number().optional(), uses: z.number() })]),
	),
	uploads: z.array(z.object({ key: z.string(), name: z.string(), base64: z.string() })),
	month: z.object({ name: z.string(), calls: z.number() }).optional(),
});

/** The whole state as plain JSON. */
export function snapshotOf(state: State): z.infer<typeof Snapshot> {
	return {
		version: 1,
		people: [...state.people.values()],
		chats: [...state.chats.values()].map((chat) => ({ ...chat, members: [...chat.members] })),
		messages: state.allMessages().map((message) => ({ ...message, mentions: [...message.mentions] })),
		uuids: [...state.uuids],
		cardTokens: [...state.cardTokens],
		month: state.month,
		uploads: [...state.uploads].map(([key, { name, bytes }]) => ({
			key,
			name,
			base64: Buffer.from(bytes).toString('base64'),
		})),
	};
}

/** A state as it was written down. Throws a ZodError on anything else. */
export function restored(json: unknown): State {
	const state = new State();
	const { people, chats, messages, uuids, cardTokens, uploads, month } = Snapshot.parse(json);
	for (const person of people) state.putPerson(person);
	for (const chat of chats) state.putChat(chat);
	for (const message of messages) state.putMessage(message);
	for (const [uuid, sent] of uuids) state.uuids.set(uuid, sent);
	for (const [token, held] of cardTokens) state.cardTokens.set(token, held);
	for (const { key, name, base64 } of uploads)
		state.uploads.set(key, { name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) });
	if (month) state.month = month;
	return state;
}
