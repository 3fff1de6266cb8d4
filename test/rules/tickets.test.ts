import { describe, expect, test } from 'vitest';
import { categoryOf, isDanger, isDistress } from '../../src/reading/need.ts';
import { after, type Part, type Step, stepsOpen, type TicketState } from '../../src/rules/tickets.ts';

const STATES: readonly TicketState[] = ['open', 'taken', 'done', 'confirmed', 'withdrawn'];

/** Who may do what, and what comes of it: `requester` `open` reply → open. All else is refused. */
const ALLOWED: readonly (readonly [Part, TicketState, Partial<Record<Step, TicketState>>])[] = [
	['requester', 'open', { reply: 'open', withdraw: 'withdrawn', move: 'open' }],
	['requester', 'taken', { reply: 'taken', withdraw: 'withdrawn', move: 'open' }],
	['requester', 'done', { confirm: 'confirmed', reopen: 'taken', reply: 'done', withdraw: 'withdrawn' }],
	['requester', 'confirmed', { reopen: 'taken' }],
	['requester', 'withdrawn', {}],
	['assignee', 'open', {}],
	['assignee', 'taken', { reply: 'taken', pass: 'taken', finish: 'done' }],
	['assignee', 'done', { reply: 'done' }],
	['assignee', 'confirmed', {}],
	['assignee', 'withdrawn', {}],
	['duty', 'open', { take: 'taken' }],
	['duty', 'taken', {}],
	['duty', 'done', {}],
	['duty', 'confirmed', {}],
	['duty', 'withdrawn', {}],
];
const STEPS: readonly Step[] = ['take', 'reply', 'pass', 'finish', 'confirm', 'reopen', 'withdraw', 'move'];

test('the table is complete', () => {
	expect(ALLOWED).toHaveLength(STATES.length * 3);
});

test.each(ALLOWED)('%s of a ticket that is %s', (part, state, allowed) => {
	for (const step of STEPS) expect(after(step, part, state), step).toBe(allowed[step]);
	expect([...stepsOpen(part, state)].sort()).toEqual(Object.keys(allowed).sort());
});

test.each<[Part, TicketState, readonly Step[]]>([
	['duty', 'open', ['take']],
	['assignee', 'taken', ['reply', 'pass', 'finish']],
	['requester', 'done', ['confirm', 'reopen', 'reply', 'withdraw']],
])('the likeliest step comes first: %s of a ticket that is %s', (part, state, steps) => {
	expect(stepsOpen(part, state)).toEqual(steps);
});

test.each([
	['欠薪三个月没发', 'labour'],
	['公司天天加班不给钱', 'labour'],
	['想起诉前房东', 'legal'],
	['和邻居吵架了', 'mediation'],
	['孩子学费交不起', 'hardship'],
	['要住院手术', 'medical'],
	['想办小额贷款', 'loans'],
	['保险不给理赔', 'insurance'],
	['my wages are unpaid', 'labour'],
	['欠薪，想申请仲裁', undefined],
	['有件事想请教', undefined],
	['', undefined],
])('«%s» is about %s', (text, category) => {
	expect(categoryOf(text)).toBe(category);
});

const DANGER =
	'我不想活了|活着没意思|我想自杀|他要跳楼|有人拿刀|我老公打我|车间着火了|有人晕倒了|工友触电了|煤气泄漏|我被打了|i want to die|there is a man bleeding';
const DISTRESS =
	'我快撑不下去了|被拖欠工资三个月了|老板不发工资|工资三个月没发|救命|谁能帮帮我|我被公司辞退了|我被骗了|房租交不起了|实在熬不住了|走投无路|不知道该怎么办了|欠薪半年|i can’t go on|i have not been paid';
const NEITHER =
	'救命稻草这个词|救命恩人|救命钱是什么意思|笑死我了|今天累死了|累死|热死了|消防演练几点|预防触电知识|打我电话|火灾隐患排查|帮忙看看|工资条在哪看|工资什么时候发|求助热线是多少|欠薪制度学习|《不想活》这部电影|想死你们了|会议室在哪|红红火火|今天天气不错|法律知识讲座|明天来不了|谢谢|给我打个电话|主题党日 周五下午3点 火灾逃生知识讲座|会议 明天 预防触电 培训|名单被打断了';

describe('danger', () => {
	test.each(DANGER.split('|'))('%s', (text) => {
		expect(isDanger(text)).toBe(true);
		expect(isDistress(text)).toBe(true);
	});
	test.each(DISTRESS.split('|'))('%s is distress, not danger', (text) => {
		expect(isDanger(text)).toBe(false);
		expect(isDistress(text)).toBe(true);
	});
	test.each(NEITHER.split('|'))('%s is neither', (text) => {
		expect(isDistress(text)).toBe(false);
	});
});
