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

/** The first of the Hundred Family Surnames and what today's registers add, simplified. */
const SINGLE =
	'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦佘佴伯赏墨哈谯笪年爱阳佟肖仝代占付丘苑邸丛闰刑尉冼覃巨原鹿母晓光盘官甫门修辜信来见敬苟宾旷青由苏隋兰揭展初布屈亓冰战迟肇呼延';
const DOUBLE =
	'欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 百里 呼延 东郭 南门 西门 拓跋 纳兰 完颜 叶赫 轩辕 第五';

let known: ReadonlySet<string> | undefined;

/** Whether the text begins with a surname, and how many signs it has; 0 when it does not. */
export function surnameLength(text: string): 0 | 1 | 2 {
	known ??= new Set([...SINGLE, ...DOUBLE.split(' ')]);
	if (known.has(text.slice(0, 2))) return 2;
	return known.has(text.slice(0, 1)) ? 1 : 0;
}
