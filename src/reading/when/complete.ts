import { readWhen } from './read-when.ts';

const STRETCH =
	/(?:下{1,4}|本|这)个?(?:周|星期|礼拜)(?![一二三四五六日天末])|(?:下{1,4}|本|这)个?月(?![底初末\d])/u;

/**
 * What was known of a time, and what the answer adds: a day keeps the hour said before it, an hour the day; of 下周 and 周三
 * becomes the Wednesday of that week. An answer that says both stands alone.
 */
export function completed(line: string, words: string, now: number, zone: string): string {
	const [known, read] = [readWhen(line, now, zone), readWhen(words, now, zone)];
	if (!read || read.unread) return words;
	const dayKnown = known && !known.dayless && known.at === undefined;
	if (read.dayless) return dayKnown ? `${line} ${words}` : words;
	const stretch = /^(?:周|星期|礼拜|\d)/u.test(words) ? (STRETCH.exec(line)?.[0] ?? '') : '';
	if (read.at !== undefined) return `${stretch}${words}`;
	return known?.time ? `${stretch}${words} ${known.time}` : `${stretch}${words}`;
}
