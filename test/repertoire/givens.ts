import type { Given } from '../../src/bot/command.ts';
import { DAY, HOUR, type Stage } from '../conversations/stage.ts';
import type { Actor } from '../town/actor.ts';

/** What came about: the number that `#1` in an example stands for, and who would say it. */
export interface Came {
	readonly number?: string;
	readonly speaker?: Actor;
	/** Where it would be said. */
	readonly chat?: string;
}

/** How everything that an example may need comes about; the kind of thing cannot be without its story here. */
export const bringAbout: Readonly<Record<Given, (stage: Stage) => Promise<Came>>> = {
	code: async () => ({}),
	'off the roster': async ({ 路人 }) => ({ speaker: 路人 }),
	async committee({ town, 陈敏 }) {
		await 陈敏.says('支部 绑定 高新区两新党委', town.group('两新党委', [陈敏]));
		return {};
	},
	async 'second officer'(stage) {
		await bringAbout.committee(stage);
		await stage.陈敏.says('支部 隶属 高新区两新党委', stage.group);
		// Not on the roster: nobody of the own branch is passed what somebody of it asked.
		stage.town.feishu.addMember(stage.group, stage.town.person('王芳').openId);
		await stage.陈敏.says('设为 组织员 @王芳 高新区两新党委', stage.group);
		return {};
	},
	'new group': async ({ town, 陈敏 }) => ({ chat: town.group('新群', [陈敏]) }),
	async role({ 陈敏, group }) {
		await 陈敏.says('设为 书记 @张三', group);
		return {};
	},
	async 'something done'({ 张三 }) {
		await 张三.says('少提醒我 暂停 7天');
		return {};
	},
	async invitation({ 李建国 }) {
		return { number: numberIn(await 李建国.announces('主题党日 周三下午3点 二楼')) };
	},
	async begun({ town, 李建国 }) {
		const number = numberIn(await 李建国.announces('主题党日 周三下午3点 二楼'));
		await town.pass(4 * DAY + 5 * HOUR);
		return { number };
	},
	async reminded({ town, 李建国 }) {
		await 李建国.announces('主题党日 周三下午3点 二楼');
		await town.pass(3 * DAY);
		return {};
	},
	async away({ 李建国 }) {
		await 李建国.says('流动登记 张三 深圳 7月1日起 13800000000');
		await 李建国.taps('同意，登记');
		return {};
	},
	async transfer({ 李建国 }) {
		return { number: numberIn(await 李建国.says('转接 发起 张三 到 南山科技党支部')) };
	},
	async letter(stage) {
		const { number } = await bringAbout.transfer(stage);
		await stage.陈敏.says(`转接 介绍信 #${number}`);
		return { number };
	},
	async received(stage) {
		const { number } = await bringAbout.letter(stage);
		await stage.李建国.says(`转接 接收 #${number}`);
		return { number };
	},
	async 'own request'({ 王小梅 }) {
		await 王小梅.says('求助 劳动维权 工资三个月没发');
		return { number: numberIn(await 王小梅.taps('上级党委')), speaker: 王小梅 };
	},
	async 'request on duty'(stage) {
		const { number } = await bringAbout['own request'](stage);
		return { number, speaker: stage.陈敏 };
	},
	async 'request taken'(stage) {
		const { number } = await bringAbout['own request'](stage);
		await stage.陈敏.says(`我来办 #${number}`);
		return { number, speaker: stage.陈敏 };
	},
	async 'request done'(stage) {
		const { number, speaker } = await bringAbout['request taken'](stage);
		await stage.陈敏.says(`办结 #${number}`);
		return { number, speaker: stage.王小梅 ?? speaker };
	},
};

/** The number a card gives to what has come about. */
function numberIn(said: string): string {
	const number = /(?:#|编号)(\d+)/.exec(said)?.[1];
	if (number === undefined) throw new Error(`no number in: ${said}`);
	return number;
}
