import { surnameLength } from './surnames.ts';

/** Why somebody should look at a line before it counts. */
export type RosterDoubt = 'not-a-name' | 'duplicate' | 'two-names' | 'long';

const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const DOTTED_NAME = /^\p{Script=Han}{1,10}(?:[·•・‧∙.]\p{Script=Han}{1,10})+$/u;
const LATIN_NAME = /^[A-Za-z][A-Za-z'’-]+(?:[ .]+[A-Za-z][A-Za-z'’.-]*){0,3}$/;

/** Words of lists that begin with a surname's sign. */
const WORDS = new Set(
	'周一 周二 周三 周四 周五 周六 周日 周末 周会 党员 党支 党委 党组 党务 党内 党总支 支部 支委 单位 时间 时候 高中 高级 全体 全部 全员 全到 成员 车间 项目 关系 常委 应到 实到 安全 经理 主题 方式 应该 后天 明天 明年 任职 任务 国籍 年龄 年月 有事 有人 有无 通知 通过 于是 和谐 向阳 文化 计划 平均 路上 来了 来不了 支书 双方 温州 广东 江苏 都到 都来 公司 居民 代表 别人 连同 经济 管理 卫生 农民 那个 万元 干部 相关 法人 法律 信息 原因 曾经 未到 白班 夜班 晚班 暂无 江西 云南 安徽 宁夏 常州 东莞 海口 武汉 沈阳 石家庄 马来西亚 莫斯科 连云港 柳州 梅州 贺州 钦州 滕州 邓州 邹城 邢台 应城 于都 牡丹江 乌鲁木齐 齐齐哈尔 葫芦岛 景德镇'.split(
		' ',
	),
);
const ENDS_AS_A_PLACE =
	/(?:公司|支部|党委|小组|车间|街道|社区|大学|中学|学院|银行|商店|工厂|名单|名册|人员|同志|党员|会议|情况)$/u;

export interface NameRead {
	/** As the roster keeps it: one dot between parts, single blanks. */
	readonly name: string;
	readonly doubt?: Exclude<RosterDoubt, 'duplicate'>;
}

/** A surname and one or two signs; both halves of 张三李四 are such. */
const short = (text: string) => [2, 3].includes(text.length) && surnameLength(text) === 1 && !WORDS.has(text);

/** Reads a cell as a person's name; undefined when it can't be one even doubtfully. */
export function readName(text: string): NameRead | undefined {
	if (DOTTED_NAME.test(text)) return { name: text.replace(/[•・‧∙.]/g, '·') };
	if (LATIN_NAME.test(text)) return text.length > 40 ? undefined : { name: text.replace(/ +/g, ' ') };
	if (WORDS.has(text) || ENDS_AS_A_PLACE.test(text)) return undefined;
	const surname = surnameLength(text);
	if (HAN_NAME.test(text)) {
		if (!surname) return { name: text, doubt: 'not-a-name' };
		if (text.length === 4 && surname === 1 && short(text.slice(0, 2)) && short(text.slice(2)))
			return { name: text, doubt: 'two-names' };
		return { name: text };
	}
	if (!/^\p{Script=Han}{5,6}$/u.test(text) || !surname) return undefined;
	const halves = [2, 3].some((at) => short(text.slice(0, at)) && short(text.slice(at)));
	return { name: text, doubt: halves ? 'two-names' : 'long' };
}

/** Whether this is a name beyond doubt. */
export function isName(text: string): boolean {
	const read = readName(text);
	return read !== undefined && read.doubt === undefined;
}
