/**
 * Who and what the example sentences speak of: in the bot's own chats the people and branches of the speaker are known, so
 * they must be when it learns. A name that is missing here only makes the sentences with it a little less alike.
 */
const PEOPLE =
	'余建华 毛晓东 丁小满 邓小红 罗秀英 牛小军 贺春兰 侯建国 吕德胜 董志强 郭小芸 樊梨花 汤小圆 陈美凤 祁连山 史小红 罗建民 谭永刚 罗志强 ' +
	'吴国栋 林志豪 梁秀珍 汤永福 吴大勇 何志刚 魏长林 陈卫国 段兴国 唐国强 张玉梅 李大海 何小妹 魏长河 马超 孙立 苏琴 邵华 龙海 田静 周凯 曾祥 ' +
	'常青 陈静 曹军 彭亮 秦雨 何平 刘洋 冯丽 蒋丽 万里 程虎 钟灵 方敏 段洪 柳青 孟凡 薛梅 关月 梅香 张三 李四 王五 白洁 付明 庞文 钱进 巴特尔 ' +
	'阿依古丽 李敏';
const PLACES =
	'新华印务 通达快运 花城药房 天马机械 金桥物业 康达药业 恒通模具 盛泰电子 福兴物流园 瑞祥食品 宏光印刷 顺达出租车 金麦超市 滨河物业 海川重工 ' +
	'远航职校 建安消防 民康医院 云杉软件 丰收农资 安居中介 北辰化工 锦绣服装厂 晨光幼儿园 瑞丰养殖 恒达汽修 鹏程培训 西郊商贸 易居家政 双桥镇 ' +
	'青石镇 高新区 江北新区 翠湖社区 宏远电气 鼎盛建材 星河物流 南山科技';
const ENDS = ['', '党支部', '联合党支部', '党委', '党总支', '两新党委', '综合党委'];

const listed = (names: readonly string[]) => names.map((name, id) => ({ id, name }));

/** The world in which the examples are read; its day only decides which words are days. */
export const cast = {
	now: Date.parse('2026-11-23T10:00:00+08:00'),
	zone: 'Asia/Shanghai',
	today: '2026-11-23',
	people: listed(PEOPLE.split(' ')),
	branches: listed(PLACES.split(' ').flatMap((place) => ENDS.map((end) => place + end))),
};
