import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import type { Page } from '../../src/bot/command.ts';
import { zhCN } from '../../src/locales/zh-CN/index.ts';
import type { Actor } from '../town/actor.ts';
import { buttonsOf, plain } from '../town/plain.ts';
import { forge, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

const labels = (person: Actor) => buttonsOf(person.newest()).map(({ label }) => label);

/** Taps the button with exactly this label on the newest card. */
async function turnsTo(person: Actor, label: string): Promise<void> {
	const message = person.newest();
	const button = buttonsOf(message).find((each) => each.label === label);
	if (!button) throw new Error(`no button «${label}» on ${plain(message)}`);
	await stage.town.feishu.tap(person.openId, message.messageId, { tag: 'button', value: button.value });
	await stage.town.settle();
}

/** All that the help shows somebody, page by page. */
async function leafsThrough(person: Actor): Promise<string> {
	const pages = [await person.says('帮助')];
	for (const page of Object.values(zhCN.help.page).filter((label) => pagesOf(person).includes(label))) {
		await turnsTo(person, page);
		pages.push(plain(person.newest()));
		while (labels(person).includes('更多')) {
			await turnsTo(person, '更多');
			pages.push(plain(person.newest()));
		}
		await turnsTo(person, '返回');
		expect(plain(person.newest())).toBe(pages[0]);
	}
	return pages.join('\n---\n');
}

/** The buttons below the three likeliest. */
const pagesOf = (person: Actor) => labels(person).slice(3);

test('nobody is shown what they may not use', async () => {
	const { 张三, 李建国, 陈敏 } = stage;
	const [member, secretary, officer] = [
		await leafsThrough(张三),
		await leafsThrough(李建国),
		await leafsThrough(陈敏),
	];
	for (const word of ['花名册', '登记到会', '代　', '设为', '支部 绑定', '管理码', '统计', '[报到]'])
		expect(member).not.toContain(word);
	for (const word of ['[登记到会]', '[统计 求助]', '[名册 添加]', '[会议 改期]'])
		expect(secretary).toContain(word);
	for (const word of ['设为', '支部 绑定', '卸任']) {
		expect(secretary).not.toContain(word);
		expect(officer).toContain(word);
	}
	expect(await 张三.says('帮助 设为')).toContain('我能帮您做这些');
	expect(await 张三.says('设未 书记')).not.toContain('设为');
	expect(await 李建国.says('帮助 名册添加')).toContain('怎么用“名册 添加”');
	expect(await 张三.says('帮助 来不了')).toContain('怎么用“请假”');
});

test('the first page leads with the three buttons that are likeliest for who asks', async () => {
	const { 张三, 李建国, 陈敏, 路人 } = stage;
	const first = async (person: Actor) => {
		await person.says('帮助');
		return labels(person).slice(0, 3);
	};
	expect(await first(张三)).toEqual(['还差什么', '近期会议', '我的参会']);
	expect(await first(李建国)).toEqual(['还差什么', '安排会议', '名册']);
	expect(await first(陈敏)).toEqual(['还差什么', '看统计', '安排会议']);
	expect(await first(路人)).toEqual(['我要报到', '还差什么', '近期会议']);
});

test('whatever can be said is reached from the help by taps', async () => {
	const { 陈敏 } = stage;
	const seen = await leafsThrough(陈敏);
	const elsewhere = new Set(['help', 'register', 'officer-code']);
	for (const { name, words } of zhibu.help.filter((each) => !elsewhere.has(each.name)))
		expect(seen, name).toContain(`[${words[0]}]`);
	const pages = new Set<Page>(zhibu.help.flatMap(({ page }) => (page ? [page] : [])));
	expect(pages.size).toBeGreaterThan(2);
});

test('each page of the help is one screen', async () => {
	const seen = (await leafsThrough(stage.陈敏)).split('\n---\n');
	expect(seen.length).toBeGreaterThan(7);
	for (const page of seen.slice(1)) expect(page.match(/^\[/gm)?.length, page).toBeLessThanOrEqual(6);
});

test('a tap without any words does it, asks, or says what is missing', async () => {
	const { town, 陈敏, 李建国 } = stage;
	for (const { name } of zhibu.help) {
		for (const person of [陈敏, 李建国]) {
			const before = person.heard().length;
			const answer = await forge(town, person, name, {});
			expect(answer, name).not.toMatch(/没看懂|出了点问题|读不出/);
			expect(/"toast"|"card"/.test(answer) || person.heard().length > before, name).toBe(true);
		}
	}
});

test('a tap in the menu asks first where it would write at once', async () => {
	const { 张三 } = stage;
	await 张三.says('帮助');
	await turnsTo(张三, '会议');
	const { content } = 张三.newest();
	expect(content).toContain('现在就办“请假”吗？');
	expect(content).not.toContain('现在就办“我的参会”吗？');
});
