import { afterAll, beforeAll, expect, test } from 'vitest';
import { township } from '../../../sandbox/township/index.ts';
import { openWalk, type Walker } from './walker.ts';

const STORY = '公司三个月没发工资，老板不接电话';
const REPLY = '请把劳动合同带来，明天上午见';

/** A branch of the demo that the transfer under way leads to, its secretary, and a member with nothing on the books. */
function cast() {
	const { officer, branches } = township();
	const [, home] = branches.filter(({ fresh, members }) => !fresh && members.length >= 3);
	const [secretary, , ...others] = home?.members ?? [];
	const member = others.find(({ openId }) => openId);
	if (!home || !secretary || !member) throw new Error('the demo has no such branch');
	return { officer: officer.name, secretary: secretary.name, member: member.name };
}

const { officer, secretary, member } = cast();
let walker: Walker;
beforeAll(async () => {
	walker = await openWalk();
	await walker.step('成为组织员', '您现在是组织员了');
}, 60_000);
afterAll(() => walker.close());

/** Opens the help from the greeting and turns to the page of a job. */
async function turnsTo(job: string): Promise<void> {
	const { page, reads, taps } = walker;
	await taps('帮助');
	await reads('我能帮您做这些');
	await taps(job);
	await page.getByRole('log').getByRole('heading', { name: job, exact: true }).last().waitFor();
}

test('help: asked for, taken on, answered, finished, confirmed', async () => {
	const { page, errors, reads, taps, fills, become } = walker;
	await become(member);
	await turnsTo('求助');
	await taps('求助');
	await reads('您想求助哪一类？');
	await taps('劳动维权');
	await reads('请说说是什么事');
	await fills('story', STORY);
	await taps('下一步');
	await reads('请谁来帮您？');
	await taps('上级党委，不经过本单位');
	await reads(/收到，编号\d+。/);

	await become(officer);
	await reads('有一件求助等人接办');
	await expect(page.getByRole('log').getByText(STORY).count()).resolves.toBe(0);
	await taps('我来办');
	await reads(STORY);
	await taps('回复');
	await reads('写回复');
	await fills('text', REPLY);
	await taps('发给对方');
	await reads('已转给对方');
	await taps('办结');
	await reads('正在请本人确认');

	await become(member);
	await reads(REPLY);
	await reads('办结了，解决了吗？');
	await taps('满意');
	await reads('谢谢您告诉我们结果');
	await become(officer);
	await reads(/本人对编号\d+表示满意/);
	expect(errors).toEqual([]);
}, 120_000);

test('floating and transfers: registered with consent, looked after, moved on', async () => {
	const { page, errors, reads, taps, fills, become } = walker;
	await become(member);
	await turnsTo('流动和转接');
	await taps('流动登记');
	await reads('预计返回');
	await fills('place', '深圳南山');
	await fills('since', '2026-09-01');
	await fills('contact', '13800000000');
	await page.locator('[data-field="fixed"] select').selectOption('固定');
	await taps('下一步');
	await reads('同意登记吗？');
	await taps('同意，登记');
	await reads('已登记');

	await become(secretary);
	await reads(`${member}登记了外出`);
	await turnsTo('流动和转接');
	await taps('更多');
	await reads('登记对方已接收');
	await taps('更多');
	await taps('流动');
	await reads('深圳南山');
	await taps('已联系');
	await reads('已记：联系过了');
	await turnsTo('流动和转接');
	await taps('转接');
	await reads('现在该谁办');
	await taps('接收');
	await reads('已记：已接收 #1');

	await become(officer);
	await turnsTo('流动和转接');
	await taps('转接');
	await reads('介绍信 · 已等4天');
	await page.getByRole('log').getByRole('button', { name: /^#2 / }).last().click();
	await reads('现在该谁办');
	await taps('介绍信已开');
	await reads('已记：介绍信已开 #2');
	expect(errors).toEqual([]);
}, 120_000);

test('figures: all four on one card, and each of them', async () => {
	const { page, errors, reads, taps, become } = walker;
	await become(officer);
	await turnsTo('统计');
	await taps('统计');
	await reads('2026年第4季度总览');
	for (const [part, figure] of [
		['流动', '人，流入0人'],
		['转接', '现在在办'],
		['求助', '新求助'],
		['出席', /应到\d+，实到\d+/],
	] as const) {
		await taps(part);
		await reads(`2026年第4季度${part}情况`);
		await reads(figure);
	}
	await page.getByRole('log').locator('canvas').last().waitFor();
	expect(errors).toEqual([]);
}, 120_000);
