import type { Lean, PlainDate } from './calendar.ts';
import type { Day } from './piece.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way of naming a day. Patterns see the text from where they stand; what came before is `notAfter`'s. */
export interface DayForm {
	readonly pattern: RegExp;
	/** Refuses a match when the signs before it end like this. */
	readonly notAfter?: RegExp;
	read(groups: Groups, today: PlainDate, lean: Lean): Day | undefined;
}

/** A figure that is the tail of something longer, a label, a version, a sum. */
export const FIGURE_GOES_ON = /(?:[\w./#＃第每¥￥$%~-]|\d:)$/u;

/** What may stand after a day that has no 日 or 号. */
export const DAY_ENDS = String.raw`(?![\w.:/%-])(?!\s*(?:元|亿|万|倍|小时|个(?!人)|人(?![员事才民])))(?=$|[\s,，。;；、()（）!！?？@#的]|上午|下午|早|晚|中午|凌晨|傍晚|周[一二三四五六日天末]|星期|礼拜)`;

const PLACE =
	'楼|栋|幢|座|会议室|会议厅|会场|活动室|教室|办公室|房|室|厅|馆|门|线|桌|院|车|厂|店|库|仓|台|柜|窗口|电梯|包间|码头|航站|路|街|弄|公寓|宿舍|地块|工位|机|文|员|选手|召|码|称|令|通知';

/** 号 of a date: 2号楼 and 一号召 are none. */
export const HAO = String.raw`号(?!\s*(?:${PLACE}))`;

/** 日 of a date: 7日内 is none. */
export const RI = '日(?![内间游制均志报程期常后以之])';

export function exact(date: PlainDate | undefined): Day | undefined {
	return date && { date, kind: 'exact' };
}
