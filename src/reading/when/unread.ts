import type { Span } from '../span.ts';

/** Words that name days, or could: an hour beside one of them that was not read is not today's. */
const DAYISH =
	/[\d一二三四五六七八九十]\s?月(?!会|饼|嫂|刊)|月[底初末中]|[\d一二三四五六七八九十廿卅]\s?[号日](?!楼|厅|门|会议|馆|线|院|桌|车)|[廿卅]|(?:周|星期|礼拜)[一二三四五六日天末]?(?!年|围|到|边|岁)|(?:(?:[上下]{1,4}|[本这每隔])个?|\d|[一二两三四五六七八九十])(?:周|月|季度)|[昨今明后前]天|[明昨]日|(?:[明后昨前旦庆节天年]|大后)(?=\s?(?:上午|下午|早|晚|中午))|(?:元旦|春节|除夕|国庆|五一|七一|八一|中秋|端午|清明|重阳|元宵|小年|腊月|正月|农历|阴历|冬至|劳动节|建[党军]节|妇女节|青年节)|工作日|节[前后]|(?:天|星期|礼拜|周|月)[前后]|(?:每|隔)[天日年]|\b(?:mon|tues?|wed|thurs?|fri|sat|sun)[a-z]*\b|\bnext (?:week|month)\b/giu;

/** 党日 and 生日 end like a day; names and papers do too. */
const NO_DAY =
	/主题党日|党日|生日|节日|日常|日报|日程|[七八]一(?:表彰|讲话|勋章|路|建党)|每天都|节约|节目|会议?日/gu;

/** The first words in a text that name a day; 党日 is none. */
export function dayish(text: string): Span | undefined {
	const read = text.replace(NO_DAY, (word) => '\0'.repeat(word.length));
	DAYISH.lastIndex = 0;
	const found = DAYISH.exec(read);
	return found ? { from: found.index, to: found.index + found[0].length } : undefined;
}

/** Right before a day: what makes another day of it, or a list or a span of days. */
const AHEAD =
	/(?:(?:大|前|后|昨|今|明|个|每个?|隔|第|倒数|最后一?个?|(?<![线网早晚会])上个?|(?<![一楼地乡])下个?|农历|阴历|腊月|正月|(?:(?:[上下]{1,4}|[本这每隔])个?)?(?:周|星期|礼拜|月)|年|[零〇一二三四五六七八九十廿卅])|(?<![#\d])\d{1,2}\s?[日号]?(?:(?:[、和及与至到~-]|\s?或者?)\s?)?)$/u;

/** Right behind a day: before or after it, or more days. */
const BEHIND =
	/^(?:\s?(?:之|以)?[前后](?![天期备排门面勤勤院楼])|\s?(?:左右|起|以来|之内|内|那[周个]|[上下]一?[周个])|(?:日|号|天|底|末)|\s?(?:[、，,和及与至到~-]|或者?)\s?(?:\d{1,2}[日号]?|[一二三四五六日天])(?=$|[\s、，,和及与至到~-]|上午|下午|早|晚|中午|\d?\d[:点]))/u;

/** A span with what belongs to it on either side and makes another day or hour of it; undefined when nothing does. */
export function grownOver(text: string, { from, to }: Span): Span | undefined {
	const ahead = AHEAD.exec(text.slice(Math.max(0, from - 8), from))?.[0].length ?? 0;
	const behind = BEHIND.exec(text.slice(to, to + 12))?.[0].length ?? 0;
	return ahead + behind > 0 ? { from: from - ahead, to: to + behind } : undefined;
}
