import { afterEach, expect, test } from 'vitest';
import { timetableOf } from '../../src/bot/timetable/index.ts';
import type { Scene } from '../../src/bot/view.ts';
import { aloneCard, digestCard } from '../../src/cards/reminder.ts';
import { whichWhyCard, whyCard } from '../../src/cards/why.ts';
import { contact } from '../../src/reminders/contact.ts';
import { BRANCH, openStage, type Stage } from '../conversations/stage.ts';
import { changedBook } from '../rules/changed.ts';
import { casesOf, reminders } from './cases.ts';
import { shanghai, waitUntil } from './moments.ts';

let stage: Stage | undefined;
afterEach(() => stage?.town.close());

test('decided before a change it stands, and is explained by the number of its time; the next comes by the new one', async () => {
	// Due on Saturday the 28th, said on Monday the 30th, the day on which the number changes.
	const book = changedBook('contact.every', 4, '2026-11-30');
	stage = await openStage({ overrides: { book } });
	const { town, 李建国 } = stage;
	const away = await casesOf(town, BRANCH).away('李建国', '张三', '2026-03-01', {
		fixed: false,
		contactedOn: '2026-05-28',
	});
	await waitUntil(town, '2026-11-28 00:05');
	await waitUntil(town, '2026-11-30 08:31');
	expect(李建国.reads()).toContain('张三：上次联系是5月28日（周四），已满6个月');
	expect(await 李建国.says('为什么')).toMatch(/6个月以后就是11月28日（周六）[\s\S]*每6个月联系一次/);
	await casesOf(town, BRANCH).changeFloat('李建国', away.id, { contactedOn: '2026-11-30' });
	await waitUntil(town, '2027-03-30 08:31');
	expect(李建国.reads()).toContain('已满4个月');
	await 李建国.says('为什么');
	expect(await 李建国.taps('张三')).toMatch(/4个月以后就是3月30日（周二）[\s\S]*每4个月联系一次/);
});

test('nothing planned: each month by the rule it ran under', async () => {
	const book = changedBook('theme-day.every', 0, '2026-12-01');
	stage = await openStage({ overrides: { book }, clockStart: shanghai('2026-11-19 10:00') });
	const { town, 李建国 } = stage;
	await waitUntil(town, '2026-11-20 08:31');
	expect(李建国.reads()).toContain('本月还没有安排主题党日');
	await waitUntil(town, '2026-12-21 08:31');
	expect(李建国.reads()).toContain('本季度还没有安排支部党员大会');
	expect(李建国.reads()).not.toContain('主题党日');
});

test('where a reminder stands is worked out once a moment, however many ask', async () => {
	const asked = new Map<Scene, number>();
	const counted = timetableOf(
		[
			{
				...contact,
				due(scene, id, by) {
					asked.set(scene, (asked.get(scene) ?? 0) + 1);
					return contact.due(scene, id, by);
				},
			},
		],
		{ digestCard, aloneCard, whyCard, whichWhyCard },
	);
	stage = await openStage({ overrides: { timetable: counted } });
	const { town, 李建国 } = stage;
	await casesOf(town, BRANCH).away('李建国', '张三', '2026-03-01', {
		fixed: false,
		contactedOn: '2026-05-30',
	});
	await waitUntil(town, '2026-11-30 08:20');
	asked.clear();
	await waitUntil(town, '2026-11-30 08:31');
	expect(李建国.reads()).toContain('上次联系');
	expect((await reminders(town)).map(({ state }) => state)).toEqual(['sent']);
	// Let go, asked and drawn, told that it arrived.
	expect([...asked.values()]).toEqual([1, 1, 1]);
});
