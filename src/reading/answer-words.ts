/** What somebody says beforehand about coming. */
export type Answer = 'coming' | 'late' | 'online' | 'leave';
/** What a roll says afterwards about having been there. */
export type Mark = 'present' | 'late' | 'online' | 'excused' | 'absent';

export interface Meaning {
	readonly answer?: Answer;
	readonly mark: Mark;
	/** People's own words for it, each understood as a command; the first is the one to show. */
	readonly said: readonly string[];
	/** Further words, understood where an answer is expected: behind 代 张三. */
	readonly also: readonly string[];
	/** How a roll writes it, as the source of a pattern; 了 and 的 behind it belong to it. */
	readonly written: string;
}

const words = (list: string) => list.split(' ').filter((word) => word !== '');

/**
 * The one table of what answer words and marks mean. 来不了 is leave and never absence: excused is never absent.
 * On a roll the order decides: what denies stands before what it denies.
 */
export const MEANINGS: readonly Meaning[] = [
	{
		answer: 'leave',
		mark: 'excused',
		said: words('请假 来不了 去不了 夜班 没空 leave'),
		also: words('请个假 请了假 请病假 请事假 请公假 病假 事假 公假 产假 到不了'),
		written:
			'(?:来|去|到)不(?:了|成)|请(?:了)?(?:事|病|公|年|产|婚)?假|(?:事|病|公|产|婚|年)假|(?<![放])假(?!期|日|如)',
	},
	{
		mark: 'absent',
		said: [],
		also: [],
		written: '缺席|缺勤|没有?(?:到会?|来|出席|参加)|未(?:到会?|出席|参加)|不(?:到|来|在)|缺|旷会|✗|×|❌',
	},
	{
		answer: 'late',
		mark: 'late',
		said: words('晚点到 迟到 晚到 晚点来 会晚到 late'),
		also: words('晚一点到 晚一点来 晚来 来晚 来迟'),
		written: '迟到|晚(?:一?点)?[到来]|来晚|来迟',
	},
	{
		answer: 'online',
		mark: 'online',
		said: words('线上 线上参加 网上参加 视频参加 online'),
		also: words('线上参会 视频参会 在线参加 远程参加'),
		written: '(?:线上|在线|视频|远程|腾讯会议|飞书会议)(?:参会|参加|出席|到会)?',
	},
	{
		answer: 'coming',
		mark: 'present',
		said: words('参加 去 能来 我来 来 准时参加 能参加 可以参加 能去 出席 yes'),
		also: words('参会 可以来 可以去 会来 会去 coming'),
		written: '出席|参加|参会|能来|来了',
	},
	{
		mark: 'present',
		said: words('签到 到 我到了 到了 checkin'),
		also: [],
		written: '签到|实到|到会|到场|已到|到了|现场|到(?!期|底|时|点|处|达|账|\\d)|√|✓|✔|✅',
	},
];

/** The words people say for an answer, the one to show first; of `present` they are those of checking in. */
export function wordsFor(meaning: Answer | 'present'): readonly string[] {
	const found = MEANINGS.find(({ answer, mark }) =>
		meaning === 'present' ? answer === undefined && mark === 'present' : answer === meaning,
	);
	return found?.said ?? [];
}
