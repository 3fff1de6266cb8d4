import { now, state } from '../store.js';
import { t } from '../words.js';

const find = (pattern) => state.accounts.find(({ note = '' }) => pattern.test(note));

const DAY = 86_400_000;
/** The demo's zone has had no summer time since 1991. */
const SHANGHAI = 8 * 3_600_000;

/** Five in the afternoon of the Wednesday of next week: two hours after the meeting that the walk plans. */
function afterMeeting() {
	const today = Math.floor((now() + SHANGHAI) / DAY);
	/** 1 January 1970 was a Thursday; weeks start on Monday. */
	const sinceMonday = (today + 3) % 7;
	return (today - sinceMonday + 9) * DAY + 17 * 3_600_000 - SHANGHAI;
}

/** Whom and where the walk of a new user happens; demo accounts are known by their notes. */
function stage() {
	const officer = find(/组织员|党务|officer/i) ?? state.accounts[0];
	const secretary = find(/书记|secretary/i) ?? state.accounts[1] ?? officer;
	const member =
		state.accounts.find(
			(one) => one !== officer && one !== secretary && /党员|member/i.test(one.note ?? ''),
		) ?? secretary;
	const group =
		state.chats.find(({ kind, hasBot }) => kind === 'group' && hasBot) ??
		state.chats.find(({ kind }) => kind === 'group');
	return { officer, secretary, member, group };
}

/**
 * The first walk: who says what and where. `where` is `private` or `group`; `said` tells by a sent message
 * that the step was done.
 */
export function walk() {
	const { officer, secretary, member, group } = stage();
	const bot = `@${state.bot.name} `;
	return [
		{
			key: 'officer',
			who: officer,
			where: 'private',
			text: `管理码 ${state.officerCode ?? ''}`.trim(),
			said: /^管理码/,
		},
		{
			key: 'bind',
			who: officer,
			where: 'group',
			text: `${bot}支部 绑定 ${group?.name ?? ''}`.trim(),
			said: /支部\s*绑定/,
		},
		{
			key: 'appoint',
			who: officer,
			where: 'group',
			text: `${bot}设为 书记 @${secretary?.name ?? ''} `,
			said: /设为\s*书记/,
		},
		{
			key: 'roster',
			who: secretary,
			where: 'private',
			text: state.samples[0]?.text ?? '名册',
			said: /^名册|\n/,
		},
		{
			key: 'plan',
			who: secretary,
			where: 'private',
			text: '会议 下周三下午3点 二楼会议室 季度学习',
			said: /会议|主题党日/,
		},
		{ key: 'answer', who: member, where: 'group', text: `${bot}参加`, said: /^(@\S+\s+)?(参加|请假)/ },
		{ key: 'clock', clock: { at: afterMeeting() }, text: t('step_clock_do'), said: /$^/ },
		{ key: 'roll', who: secretary, where: 'private', text: '全到', said: /全到|登记到会|到了/ },
		{ key: 'stats', who: secretary, where: 'private', text: '统计', said: /统计/ },
		{ key: 'undo', who: secretary, where: 'private', text: '撤回', said: /撤回|撤销/ },
	];
}

/** The other jobs, in any order, once the first walk is done; the last one lets the morning's reminders come. */
export function otherJobs() {
	const { officer, member } = stage();
	return [
		{ key: 'ask', who: member, where: 'private', text: t('step_ask_do'), said: /^(求助|ask)\s/ },
		{ key: 'float', who: member, where: 'private', text: t('step_float_do'), said: /^(流动登记|float)\s/ },
		{
			key: 'transfer',
			who: officer,
			where: 'private',
			text: t('step_transfer_do'),
			said: /^(转接|transfer)$/,
		},
		{
			key: 'remind',
			who: officer,
			where: 'private',
			clock: { to: 'workday' },
			text: t('step_remind_do'),
			said: /$^/,
		},
	];
}

/** Every step there is. */
export const allSteps = () => [...walk(), ...otherJobs()];
