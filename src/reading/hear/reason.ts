import { asks } from './doubts.ts';

const care = '家|孩子|小孩|宝宝|老人|父母|父亲|母亲|爸|妈|爱人|老婆|老公|妻子|丈夫|亲戚|亲人';
const health =
	'生病|病[了假]|看病|看医生|就医|住院|手术|体检|复查|检查|感冒|发烧|身体|不舒服|腰|头[疼痛晕]|怀孕|产[假检]|坐月子|疫苗';
const work =
	'出差|值班|[夜白早晚中]班|上班|加班|倒班|轮班|换班|开会|培训|考试|面试|工作|单位|公司|厂里|车间|项目|生产|赶工|客户|送货|开车|太忙|忙';
const away =
	'外地|外出|出国|出门|出远门|回老家|回家|旅游|休假|年假|[事婚丧]假|探亲|搬家|结婚|婚礼|丧事|奔丧|路上|堵车|航班|火车|高铁|飞机';
const unable =
	'[没有]空|没时间|没人|走不开|抽不开|赶不[上回到及]|来不及|[来去到]不了|参加不了|不[在方]|不能[来去到]';
const time = '[半一二两三四五六七八九十\\d]+个?(?:天|周|小时|星期|月)';
const having = '有(?:点|些|急|要|私|公)?事|有(?:任务|会|课|工作|安排|项目|客户|病|夜班)';
/** Doing something or being somewhere: 要出差, 在上海, 去医院, 带孩子. */
const doing =
	'(?:因为?|由于)(?!素)|(?:要|得|需要|正?在)(?!求|不要|哪|册|线)|去(?!年|掉|除)|回(?![复执应])|带(?!薪|头)|陪|照顾|接(?!龙|收|着)|送(?!达)';

const reason = new RegExp(
	`^我?(?:${care}|${health}|${work}|${away}|${unable}|${time}|${having}|${doing})`,
	'u',
);
/** About the rules of leave, or about other people's leave. */
const matterOfRules =
	/制度|流程|规定|办法|手续|名单|人数|情况|记录|格式|模板|范文|表格|条例|审批|批准|申请|提前|书面|扣|证明|同意|假条|的人|[要需得]写|[要得]取消/u;

/**
 * Whether what follows 请假 (or another word of leave) reads as the reason of an absence: 出差, 家里有事,
 * 在外地, 要带孩子看病. Not a reason: 条怎么写, 的人, 单, 制度, 要谁批.
 */
export function gluedReason(rest: string): boolean {
	const text = rest.replace(/^[\s，,。、:;(（]+/u, '');
	return text.length <= 60 && reason.test(text) && !matterOfRules.test(text) && !asks(text);
}
