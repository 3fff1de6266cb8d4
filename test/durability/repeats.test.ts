import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { app as appTable, attendance, inbox, person } from '../../db/schema/index.ts';
import type { Actor } from '../town/actor.ts';
import { buttonsOf } from '../town/plain.ts';
import { openTown, type Town } from '../town/town.ts';
import { type Branch, foundBranch } from './branch.ts';
import { everything } from './broken.ts';
import { eventOf, messageEvent, routesOf, type Said, sealedRequest } from './posted.ts';

const EVENTS = '/lark/events';
const HOUR = 3_600_000;

let town: Town;
let branch: Branch;
let member: Actor;
let app: ReturnType<typeof routesOf>;
beforeEach(async () => {
	town = await openTown();
	branch = await foundBranch(town, 2);
	await branch.officer.announces('会议 12月10日下午3点 二楼会议室');
	const [first] = branch.members;
	if (!first) throw new Error('nobody here');
	member = first;
	app = routesOf(town);
});
afterEach(() => town.close());

async function deliver(event: unknown): Promise<{ status: number; body: string }> {
	const response = await app.request(EVENTS, sealedRequest(event));
	return { status: response.status, body: await response.text() };
}

function says(text: string, at: number, extra: Partial<Said> = {}) {
	return messageEvent({ openId: member.openId, chatId: member.desk, text, at, ...extra });
}

function answer(): string | null | undefined {
	const { db } = town.running.bot;
	return db
		.select({ answer: attendance.answer })
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.personId))
		.where(eq(person.openId, member.openId))
		.get()?.answer;
}

test('the same event again, much later and sealed anew: the same answer, nothing more', async () => {
	const event = says('请假 夜班', town.running.clock.now());
	const first = await deliver(event);
	await town.settle();
	const before = everything(town);
	const heard = member.heard();
	await town.pass(7 * HOUR);
	const { inbox: known, ledger, attendance: lines } = everything(town);
	expect(await deliver(event)).toEqual(first);
	await town.settle();
	expect(member.heard()).toEqual(heard);
	expect(everything(town)).toMatchObject({ inbox: known, ledger, attendance: lines });
	expect(before.inbox).toEqual(known);
});

test('one message under two event ids acts once', async () => {
	const at = town.running.clock.now();
	const messageId = 'om_0123456789abcdef';
	expect((await deliver(says('你好', at, { messageId }))).status).toBe(200);
	await town.settle();
	const heard = member.heard();
	expect((await deliver(says('你好', at, { messageId }))).status).toBe(200);
	await town.settle();
	expect(member.heard()).toEqual(heard);
});

test('a tap again is answered with the same toast and card, and acts once', async () => {
	const card = branch.officer.newest(branch.group);
	const button = buttonsOf(card).find(({ label }) => label === '请假');
	const tap = eventOf('card.action.trigger', town.running.clock.now() * 1_000, {
		operator: { open_id: member.openId },
		token: 'c-1',
		action: { tag: 'button', value: button?.value },
		context: { open_message_id: card.messageId, open_chat_id: branch.group },
	});
	const first = await deliver(tap);
	expect(first.body).toContain('toast');
	const { ledger } = everything(town);
	expect(await deliver(tap)).toEqual(first);
	expect(everything(town).ledger).toEqual(ledger);
});

test('an event that comes seven hours late still acts', async () => {
	const saidAt = town.running.clock.now();
	await town.pass(7 * HOUR);
	expect((await deliver(says('请假', saidAt))).status).toBe(200);
	expect(answer()).toBe('leave');
});

test('an older answer never overwrites a newer one', async () => {
	const now = town.running.clock.now();
	await deliver(says('参加', now));
	expect(answer()).toBe('coming');
	await deliver(says('请假', now - HOUR));
	expect(answer()).toBe('coming');
	await town.pass(HOUR);
	await deliver(says('请假', now + HOUR / 2));
	expect(answer()).toBe('leave');
});

test('before it knows its own name the bot sends group messages back, and answers in private', async () => {
	const { db } = town.running.bot;
	db.update(appTable).set({ botOpenId: null }).run();
	const before = everything(town);
	const called = says('帮助', town.running.clock.now(), { chatId: branch.group, group: true });
	expect((await deliver(called)).status).toBe(503);
	expect(everything(town)).toEqual(before);
	expect((await deliver(says('帮助', town.running.clock.now()))).status).toBe(200);

	db.update(appTable).set({ botOpenId: town.feishu.botOpenId }).run();
	expect((await deliver(called)).status).toBe(200);
	const known = db.select().from(inbox).where(eq(inbox.eventId, called.header.event_id)).all();
	expect(known).toHaveLength(1);
});

test('what another app says is taken note of and leaves no person behind', async () => {
	const people = everything(town).person;
	const event = says('你好', town.running.clock.now());
	const sender = { sender_id: null, sender_type: 'app' };
	expect((await deliver({ ...event, event: { ...event.event, sender } })).status).toBe(200);
	await town.settle();
	expect(everything(town).person).toEqual(people);
});
