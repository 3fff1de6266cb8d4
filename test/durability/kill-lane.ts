import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { Delivery } from '../../sandbox/platform/contract.ts';
import { buttonsOf, plain } from '../town/plain.ts';
import { nameOf } from './branch.ts';
import { draws } from './draws.ts';
import { type Mortal, mortal } from './kill.ts';

/** What is done between two kills: newcomers put on the roster, answers in words, answers by tap, plans that are only looked at. */
const EACH = { newcomers: 3, writers: 3, tappers: 2, plans: 1 };
/** The latest kill after the first word of a round, ms. */
const LATEST = 150;
const OFFICER = 'ou_officer';
const GROUP = 'oc_group';
/** The numbers of names that nobody bears: topics are named after them. */
const TOPICS = 900;

interface Deed {
	readonly kind: keyof typeof EACH;
	/** An open_id, or the topic of a meeting. */
	readonly who: string;
	readonly name: string;
	readonly delivery: Delivery;
}

const openIdOf = (number: number) => `ou_p${String(number).padStart(4, '0')}`;

/** Kills a busy bot so many times and compares what is left with what was acknowledged; `signal` breaks it off. */
export async function killAgainAndAgain(seed: number, kills: number, signal: AbortSignal): Promise<void> {
	const bot = await mortal(OFFICER);
	try {
		const draw = draws(seed);
		const card = await beginning(bot, kills);
		const deeds: Promise<Deed>[] = [];
		for (let round = 0; round < kills; round++) {
			signal.throwIfAborted();
			deeds.push(...work(bot, card, round, kills, draw));
			await pause(draw() * LATEST);
			await bot.kill();
			await bot.start();
		}
		const done = await Promise.all(deeds);
		await bot.feishu.quiet();
		await bot.settle();
		compare(bot, done);
		compareCard(bot, card, done);
	} finally {
		await bot.close();
	}
}

/** A branch, everybody who will answer on its roster, and one meeting; answers its card's id. */
async function beginning(bot: Mortal, kills: number): Promise<string> {
	const { feishu } = bot;
	const people = kills * (EACH.newcomers + EACH.writers + EACH.tappers);
	feishu.addAccount({ openId: OFFICER, name: '陈敏' });
	for (let number = 0; number < people; number++) {
		feishu.addAccount({ openId: openIdOf(number), name: nameOf(number) });
		feishu.privateChat(openIdOf(number));
	}
	const members = [OFFICER, ...Array.from({ length: people }, (_, number) => openIdOf(number))];
	feishu.addGroup({ chatId: GROUP, name: '红星机械', members, hasBot: true });
	await bot.start();
	const invited = Array.from(
		{ length: kills * (EACH.writers + EACH.tappers) },
		(_, index) => `@${nameOf(kills * EACH.newcomers + index)}`,
	);
	await feishu.say(OFFICER, GROUP, '@支部助手 支部 绑定 红星机械党支部');
	await feishu.say(OFFICER, GROUP, `@支部助手 名册 添加 ${invited.join(' ')}`);
	const desk = feishu.privateChat(OFFICER).chatId;
	const shown = () =>
		feishu.messages(desk).find(({ content }) => content.includes('首课') && content.includes('sure'));
	await feishu.say(OFFICER, desk, meetingLine('首课'));
	await expect.poll(shown, { timeout: 10_000 }).toBeDefined();
	const preview = shown();
	const [yes] = preview ? buttonsOf(preview) : [];
	await feishu.tap(OFFICER, preview?.messageId ?? '', { tag: 'button', name: yes?.name, value: yes?.value });
	await expect.poll(() => cardsAbout(bot, '首课').length, { timeout: 5_000 }).toBe(1);
	return cardsAbout(bot, '首课')[0]?.messageId ?? '';
}

function meetingLine(topic: string): string {
	const year = new Date(Date.now() + 40 * 86_400_000).getFullYear();
	return `会议 ${year + 1}年3月10日下午3点 二楼会议室 ${topic}`;
}

function cardsAbout({ feishu }: Mortal, topic: string) {
	return feishu.messages(GROUP).filter((each) => each.from === 'bot' && plain(each).includes(topic));
}

/** Starts what is done in one round, spread over the time until the latest kill. */
function work(
	{ feishu }: Mortal,
	card: string,
	round: number,
	kills: number,
	draw: () => number,
): Promise<Deed>[] {
	const newcomer = (index: number) => round * EACH.newcomers + index;
	const writer = (index: number) => kills * EACH.newcomers + round * EACH.writers + index;
	const tapper = (index: number) => kills * (EACH.newcomers + EACH.writers) + round * EACH.tappers + index;
	const times = <T>(count: number, make: (index: number) => T) =>
		Array.from({ length: count }, (_, index) => make(index));
	const soon = async <T>(act: () => Promise<T>) => {
		await pause(draw() * LATEST * 0.8);
		return act();
	};
	const say = (by: string, chat: string, text: string) =>
		soon(async () => {
			const delivery = await feishu.say(by, chat, text);
			if (!delivery) throw new Error('this does not reach the bot');
			return delivery;
		});
	return [
		...times(EACH.newcomers, async (index): Promise<Deed> => {
			const name = nameOf(newcomer(index));
			const delivery = await say(OFFICER, GROUP, `@支部助手 名册 添加 @${name}`);
			return { kind: 'newcomers', who: openIdOf(newcomer(index)), name, delivery };
		}),
		...times(EACH.writers, async (index): Promise<Deed> => {
			const who = openIdOf(writer(index));
			const delivery = await say(who, feishu.privateChat(who).chatId, '参加 #1');
			return { kind: 'writers', who, name: nameOf(writer(index)), delivery };
		}),
		...times(EACH.tappers, async (index): Promise<Deed> => {
			const who = openIdOf(tapper(index));
			const message = feishu.message(card);
			const button = message && buttonsOf(message).find(({ label }) => label === '请假');
			const tap = { tag: 'button', name: button?.name, value: button?.value };
			const { delivery } = await soon(() => feishu.tap(who, card, tap));
			return { kind: 'tappers', who, name: nameOf(tapper(index)), delivery };
		}),
		...times(EACH.plans, async (): Promise<Deed> => {
			const topic = `第${nameOf(TOPICS + round)}课`;
			const delivery = await say(OFFICER, feishu.privateChat(OFFICER).chatId, meetingLine(topic));
			return { kind: 'plans', who: topic, name: topic, delivery };
		}),
	];
}

/** What the database and the platform hold, one line a deed. */
function compare(bot: Mortal, done: readonly Deed[]): void {
	const file = new Database(bot.database, { readonly: true });
	const count = (sql: string, ...values: unknown[]) =>
		Number(
			file
				.prepare(sql)
				.pluck()
				.get(...values),
		);
	try {
		expect(count('select count(*) from poison')).toBe(0);
		expect(count(`select count(*) from outbox where state in ('waiting', 'sending', 'failed')`)).toBe(0);
		for (const { kind, who, name, delivery } of done) {
			const seen = { kind, name, status: delivery.status, ...effects(bot, count, kind, who, name, delivery) };
			if (kind !== 'tappers') {
				expect(seen).toEqual({ kind, name, status: 200, rows: 1, written: 1, told: 1 });
			} else {
				// A tap is never delivered again: done if it was acknowledged, else once or not at all.
				expect(seen.rows).toBe(seen.written);
				expect(delivery.status === 200 ? [1] : [0, 1], `${name} ${delivery.status}`).toContain(seen.rows);
			}
		}
	} finally {
		file.close();
	}
}

function effects(
	bot: Mortal,
	count: (sql: string, ...values: unknown[]) => number,
	kind: Deed['kind'],
	who: string,
	name: string,
	{ eventId }: Delivery,
) {
	const { feishu } = bot;
	const written = (table: string) =>
		count('select count(*) from ledger where turn = ? and subject_table = ?', eventId, table);
	const said = (openId: string) => feishu.messages(feishu.privateChat(openId).chatId).filter(isBots);
	const answers = (answer: string) =>
		count(
			`select count(*) from attendance a join person p on p.id = a.person_id
			 where p.open_id = ? and a.answer = ? and a.meeting_id = 1`,
			who,
			answer,
		);
	if (kind === 'newcomers')
		return {
			rows: count(
				'select count(*) from membership m join person p on p.id = m.person_id where p.open_id = ?',
				who,
			),
			written: written('membership'),
			told: said(OFFICER).filter((each) => plain(each).includes(name)).length,
		};
	if (kind === 'plans')
		return {
			rows: count('select count(*) from draft where id = ?', eventId),
			// What is only looked at is neither planned nor posted.
			written: 1 + written('meeting') + cardsAbout(bot, name).length,
			told: said(OFFICER).filter((each) => plain(each).includes(name)).length,
		};
	const answer = kind === 'writers' ? 'coming' : 'leave';
	// Whoever was put on the roster gets the notice besides.
	const told = said(who).filter((each) => !plain(each).includes('先跟您说清楚')).length;
	return { rows: answers(answer), written: written('attendance'), told };
}

function isBots({ from }: { readonly from: string }): boolean {
	return from === 'bot';
}

/** The group's card shows what the database holds in the end. */
function compareCard({ feishu, database }: Mortal, card: string, done: readonly Deed[]): void {
	const file = new Database(database, { readonly: true });
	const leave = Number(
		file.prepare(`select count(*) from attendance where meeting_id = 1 and answer = 'leave'`).pluck().get(),
	);
	file.close();
	const coming = done.filter(({ kind }) => kind === 'writers').length;
	const message = feishu.message(card);
	expect(message && plain(message)).toContain(`参加${coming} · 请假${leave}`);
}
