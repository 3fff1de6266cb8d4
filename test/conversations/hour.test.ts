import { afterEach, expect, test } from 'vitest';
import { selfOf } from '../../db/app.ts';
import { cursorsOf } from '../../db/due/look.ts';
import { newsStanding } from '../../db/operator.ts';
import { enqueue } from '../../db/outbox/index.ts';
import { reminder, reminderLook } from '../../db/schema/index.ts';
import { openTown, type Town } from '../town/town.ts';

/** The machine's clock is wrong, or was; the platform knows the hour. */

const MINUTE = 60_000;
const DAY = 24 * 3_600_000;
const OFFICER = `ou_${Buffer.from('王芳').toString('hex')}`;

const towns: Town[] = [];
afterEach(async () => {
	for (const town of towns.splice(0)) await town.close();
});

/** A machine whose clock is `off` (ms), and what the platform says of the hour. */
async function onMachine(off: number, before?: Town) {
	const machine = { off };
	let say: (hour: number) => void = () => undefined;
	const hears = (tell: typeof say) => {
		say = tell;
	};
	const town = await openTown({
		hour: () => Date.now(),
		...(before && { dataDir: before.dataDir }),
		between: (platform) => ({ ...platform, onHour: hears }),
		overrides: {
			clockStart: undefined,
			admins: [OFFICER],
			machine: { wall: () => Date.now() + machine.off, monotonic: () => performance.now() },
		},
	});
	return {
		town,
		machine,
		/** An answer comes back, and what is due by its hour is done. */
		answered: async (hour: number) => {
			say(hour);
			await town.pass(0);
		},
		shows: () => town.running.clock.now() - Date.now(),
		floor: async () => (await town.look(selfOf)).clockFloor - Date.now(),
		news: async () => (await town.look(newsStanding)).map(({ code }) => code),
	};
}

const isAround = (off: number) => (ms: number) => Math.abs(ms - off) < MINUTE;

test('a machine that jumps into another year is not believed, and nothing falls due meanwhile', async () => {
	const one = await onMachine(0);
	towns.push(one.town);
	await one.town.pass(0);
	one.machine.off = 400 * DAY;
	await one.town.pass(0);
	expect(one.shows()).toSatisfy(isAround(0));
	expect(await one.floor()).toSatisfy(isAround(0));
	const looked = [...(await one.town.look(cursorsOf)).values()].map(({ lookedOn }) => lookedOn.slice(0, 4));
	expect(looked).not.toContain(`${new Date(Date.now() + 400 * DAY).getFullYear()}`);
	await one.answered(Date.now());
	expect(one.shows()).toSatisfy(isAround(0));
	expect(await one.floor()).toSatisfy(isAround(0));
	expect(await one.news()).toEqual(['clock-fast']);
	one.machine.off = 0;
	await one.answered(Date.now());
	expect(await one.news()).toEqual([]);
});

test('after three days off the platform’s hour is waited for', async () => {
	const one = await onMachine(-3 * DAY);
	await one.town.pass(0);
	await one.town.running.stop();
	const two = await onMachine(0, one.town);
	towns.push(two.town, one.town);
	await two.town.pass(0);
	expect(two.shows()).toBeLessThan(-2 * DAY);
	expect(await two.floor()).toBeLessThan(-2 * DAY);
	await two.answered(Date.now());
	expect(two.shows()).toSatisfy(isAround(0));
	expect(await two.floor()).toSatisfy(isAround(0));
});

test('and what people say confirms it, too', async () => {
	const one = await onMachine(-3 * DAY);
	await one.town.pass(0);
	await one.town.running.stop();
	const two = await onMachine(0, one.town);
	towns.push(two.town, one.town);
	expect(two.shows()).toBeLessThan(-2 * DAY);
	expect(await two.town.person('张三').says('你好')).toContain('我在');
	expect(two.shows()).toSatisfy(isAround(0));
});

test('a floor that was wrong is lowered once, and what waited for it comes now', async () => {
	const one = await onMachine(100 * DAY);
	const { vault, clock } = one.town.running.bot;
	one.town.person('王芳');
	await one.town.pass(0);
	const wrong = clock.now();
	await one.town.look((db) => {
		const content = JSON.stringify({ kind: 'text', text: '明天上午开会' });
		const target = { kind: 'account', openId: OFFICER } as const;
		enqueue(db, vault, { turn: 'test', target, content, notBefore: wrong + 5 * MINUTE, now: wrong });
		db.insert(reminder)
			.values({
				rule: 'meeting.ahead',
				step: '1',
				subject: 'meeting:1',
				dueOn: '2099-01-01',
				personId: 1,
				state: 'dropped',
				at: wrong,
				notBefore: wrong,
			})
			.run();
	});
	await one.town.running.stop();

	const two = await onMachine(0, one.town);
	towns.push(two.town, one.town);
	two.town.person('王芳');
	await two.town.pass(0);
	expect(await two.floor()).toBeGreaterThan(99 * DAY);
	await two.answered(Date.now());
	// What is told in the morning lets the hour go on to then.
	expect(two.shows()).toBeLessThan(DAY);
	expect(await two.floor()).toBeLessThan(DAY);
	expect(await two.news()).toEqual(['clock-lowered']);
	expect(await two.town.look((db) => db.select().from(reminder).all())).toEqual([]);
	const looked = await two.town.look((db) => db.select().from(reminderLook).all());
	expect(looked.every(({ lookedOn }) => lookedOn <= new Date(Date.now() + DAY).toISOString())).toBe(true);
	await two.town.pass(6 * MINUTE);
	const { chatId } = two.town.feishu.privateChat(OFFICER);
	const told = two.town.feishu.messages(chatId).map(({ content }) => content);
	expect(told.join('\n')).toContain('明天上午开会');
	expect(told.join('\n')).toContain('飞书的晚了100天');
	await two.answered(Date.now());
	expect(await two.floor()).toBeLessThan(DAY);
});

test('a clock that was given asks nobody', async () => {
	let say: (hour: number) => void = () => undefined;
	const hears = (tell: typeof say) => {
		say = tell;
	};
	const town = await openTown({
		between: (platform) => ({ ...platform, onHour: hears }),
	});
	towns.push(town);
	const before = town.running.clock.now();
	say(before + 400 * DAY);
	await town.pass(0);
	expect(town.running.clock.now() - before).toBeLessThan(DAY);
});
