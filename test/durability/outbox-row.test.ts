import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { claim, dropTurn, enqueuePatch, rememberCard } from '../../db/outbox/index.ts';
import { HOLDS_UP } from '../../src/bot/courier/order.ts';
import type { Actor } from '../town/actor.ts';
import { openTown, START, type Town } from '../town/town.ts';
import { HandClock } from './hand-clock.ts';
import { lastRow, rows, setRow, tell } from './row.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let town: Town;
let clock: HandClock;
let 张三: Actor;
const shown = new Set<string>();
let settled: boolean;

beforeEach(async () => {
	clock = new HandClock(START);
	shown.clear();
	settled = false;
	await open();
});
afterEach(() => town.close());

async function open(before?: Town): Promise<void> {
	town = await openTown({
		...(before && { dataDir: before.dataDir, feishu: before.feishu }),
		overrides: {
			clock,
			repertoire: {
				...zhibu,
				conditions: [...zhibu.conditions, { kind: 'condition', name: 'unsettled', holds: () => !settled }],
				views: [
					...zhibu.views,
					{
						kind: 'view',
						name: 'board',
						draw: (_, subject) =>
							shown.has(subject)
								? { title: [...shown].join(), tone: 'plain', body: [{ kind: 'line' }] }
								: undefined,
					},
				],
			},
		},
	});
	张三 = town.person('张三');
}

async function attempt(): Promise<void> {
	town.running.courier.wake();
	await town.running.courier.caughtUp();
}

/** The uuids the platform saw, oldest first, repeats left out. */
function uuids(): string[] {
	const seen = town.feishu
		.wire()
		.filter(({ what }) => what === 'POST /open-apis/im/v1/messages')
		.map(({ request }) => /"uuid": "([^"]+)"/.exec(request)?.[1] ?? '');
	return [...new Set(seen)];
}

test('within the hour the same uuid, so that a lost answer makes nothing twice', async () => {
	town.feishu.setFaults({ lost: 1 });
	await tell(town, 张三, '您好');
	await attempt();
	expect(lastRow(town)).toMatchObject({ state: 'waiting', doubtful: true, attempts: 1 });
	town.feishu.setFaults({ lost: 0 });
	clock.pass(54 * MINUTE);
	await town.settle();
	expect(lastRow(town)).toMatchObject({ state: 'sent', attempts: 2 });
	expect(张三.heard()).toEqual(['您好']);
	expect(uuids()).toHaveLength(1);
});

test('after 55 minutes an attempt of unknown outcome ends as unknown', async () => {
	town.feishu.setFaults({ lost: 1 });
	await tell(town, 张三, '您好');
	await attempt();
	town.feishu.setFaults({ lost: 0 });
	clock.pass(55 * MINUTE);
	await town.settle();
	expect(lastRow(town)).toMatchObject({ state: 'failed', cause: 'unknown', content: null, attempts: 1 });
	expect(张三.heard()).toEqual(['您好']);
});

test('after 55 minutes a row that surely never arrived gets a new uuid', async () => {
	town.feishu.setFaults({ busy: 1 });
	await tell(town, 张三, '您好');
	await attempt();
	expect(lastRow(town)).toMatchObject({ state: 'waiting', doubtful: false });
	town.feishu.setFaults({ busy: 0 });
	clock.pass(55 * MINUTE);
	await town.settle();
	expect(lastRow(town).state).toBe('sent');
	expect(张三.heard()).toEqual(['您好']);
	expect(uuids()).toHaveLength(2);
});

test('what is urgent goes out again, marked, however often that takes', async () => {
	town.feishu.setFaults({ lost: 1 });
	await tell(town, 张三, '求助单等您', { urgent: true });
	await attempt();
	clock.pass(55 * MINUTE);
	town.feishu.setFaults({ lost: 0, busy: 1 });
	await attempt();
	expect(lastRow(town).state).toBe('waiting');
	town.feishu.setFaults({ busy: 0 });
	await town.settle();
	expect(lastRow(town).state).toBe('sent');
	expect(张三.heard()).toEqual(['求助单等您', '（可能重复）求助单等您']);
});

test('what was being sent when the process died is sent again with the same uuid, and counts as doubtful', async () => {
	await tell(town, 张三, '您好');
	const { id, uuid } = lastRow(town);
	await town.running.bot.store.commit(() => claim(town.running.bot.db, id, clock.wall()));
	const before = town;
	await before.running.stop();
	await open(before);
	expect(lastRow(town)).toMatchObject({ id, uuid, doubtful: true });
	await town.settle();
	expect(lastRow(town).state).toBe('sent');
	expect(uuids()).toEqual([uuid]);
	await before.feishu.close();
	rmSync(before.dataDir, { recursive: true });
});

test('a condition is asked again at the moment of sending', async () => {
	await tell(town, 张三, '别忘了', { condition: ['unsettled', '1'], notBefore: clock.now() + HOUR });
	settled = true;
	await town.settle();
	expect(lastRow(town)).toMatchObject({ state: 'dropped', cause: 'settled', content: null });
	expect(张三.heard()).toEqual([]);
});

test('a view whose subject is gone says nothing', async () => {
	await tell(town, 张三, { kind: 'view', view: 'board', subject: '甲' });
	await town.settle();
	expect(lastRow(town)).toMatchObject({ state: 'dropped', cause: 'gone' });
	expect(张三.heard()).toEqual([]);
});

test('a view is drawn when it is sent, not when it was said', async () => {
	await tell(town, 张三, { kind: 'view', view: 'board', subject: '甲' }, { notBefore: clock.now() + HOUR });
	shown.add('甲').add('乙');
	await town.settle();
	expect(张三.heard()).toEqual(['甲,乙']);
});

test('what nobody can receive any more ends with the platform’s own code', async () => {
	town.feishu.block(张三.openId);
	await tell(town, 张三, '您好');
	await town.settle();
	expect(lastRow(town)).toMatchObject({ state: 'failed', cause: 'target:230053', attempts: 1 });
});

test('what was said first arrives first, though it took three attempts', async () => {
	town.feishu.setFaults({ dropped: 1 });
	for (const text of ['一', '二', '三']) await tell(town, 张三, text);
	await attempt();
	clock.moveTo((rows(town)[0]?.notBefore ?? 0) + 1);
	await attempt();
	town.feishu.setFaults({ dropped: 0 });
	await tell(town, 张三, '四');
	await town.settle();
	expect(张三.heard()).toEqual(['一', '二', '三', '四']);
	expect(rows(town).map(({ attempts }) => attempts)).toEqual([3, 1, 1, 1]);
});

/** The oldest row is tried so often in vain. */
async function tryInVain(times: number): Promise<void> {
	town.feishu.setFaults({ dropped: 1 });
	for (let tried = 0; tried < times; tried++) {
		clock.moveTo((rows(town)[0]?.notBefore ?? 0) + 1);
		await attempt();
	}
	town.feishu.setFaults({ dropped: 0 });
}

test('what comes behind waits for half a minute of attempts in vain', async () => {
	for (const text of ['一', '二']) await tell(town, 张三, text);
	await tryInVain(HOLDS_UP);
	const [first] = rows(town);
	expect(rows(town).map(({ attempts }) => attempts)).toEqual([HOLDS_UP, 0]);
	await town.settle();
	expect(张三.heard()).toEqual(['一', '二']);
	const waited = (first?.notBefore ?? 0) - (first?.createdAt ?? 0);
	expect(waited).toBeGreaterThan(MINUTE / 2);
});

test('what was tried in vain for longer is overtaken, and arrives all the same', async () => {
	for (const text of ['一', '二']) await tell(town, 张三, text);
	await tryInVain(HOLDS_UP + 1);
	await town.settle();
	expect(张三.heard()).toEqual(['二', '一']);
	expect(rows(town).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a reminder written days before is not given up at its first fault', async () => {
	await tell(town, 张三, '别忘了', { notBefore: clock.now() + 3 * DAY });
	clock.pass(3 * DAY);
	town.feishu.setFaults({ dropped: 1 });
	await attempt();
	town.feishu.setFaults({ dropped: 0 });
	await town.settle();
	expect(张三.heard()).toEqual(['别忘了']);
});

test('finished rows go after 7 days, cards not before 14', async () => {
	shown.add('甲');
	await tell(town, 张三, { kind: 'view', view: 'board', subject: '甲' }, { about: 'board:甲' });
	await town.settle();
	const { db } = town.running.bot;
	await town.pass(7 * DAY - MINUTE);
	expect(rows(town)).toHaveLength(1);
	await town.pass(2 * MINUTE);
	expect(rows(town)).toEqual([]);

	await town.pass(7 * DAY - 4 * MINUTE);
	shown.add('乙');
	enqueuePatch(db, 'test', 'board:甲', clock.now());
	await town.settle();
	expect(张三.heard()).toEqual(['甲,乙']);
	await town.pass(5 * MINUTE);
	enqueuePatch(db, 'test', 'board:甲', clock.now());
	expect(rows(town).filter(({ state }) => state === 'waiting')).toEqual([]);
});

test('waiting rows are never purged, however old', async () => {
	await tell(town, 张三, '别忘了', { notBefore: clock.now() + 30 * DAY });
	clock.pass(29 * DAY);
	await town.running.knock();
	await attempt();
	expect(lastRow(town).state).toBe('waiting');
});

test('what is taken back takes no redrawing along that stands for others', async () => {
	shown.add('甲');
	await tell(town, 张三, { kind: 'view', view: 'board', subject: '甲' }, { about: 'board:甲' });
	await town.settle();
	const { db } = town.running.bot;
	shown.add('乙');
	enqueuePatch(db, 'first', 'board:甲', clock.now());
	enqueuePatch(db, 'second', 'board:甲', clock.now());
	dropTurn(db, 'first', clock.now());
	await town.settle();
	expect(张三.heard()).toEqual(['甲,乙']);
});

test('an answer does not bring a patch forward that the platform put off', async () => {
	const { db } = town.running.bot;
	rememberCard(db, {
		messageId: 'om_1',
		chatId: 'oc_1',
		key: 'board:甲',
		view: 'board',
		subject: '甲',
		sentAt: clock.now(),
	});
	enqueuePatch(db, 'first', 'board:甲', clock.now());
	const { id } = lastRow(town);
	const later = clock.now() + 30_000;
	setRow(town, id, { attempts: 1, notBefore: later });
	enqueuePatch(db, 'second', 'board:甲', clock.now());
	expect(lastRow(town)).toMatchObject({ id, notBefore: later });
});
