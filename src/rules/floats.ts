import type { Rules } from './book.ts';
import { addMonths, daysBetween } from './dates.ts';

/** The days on which something falls due for somebody who went away on `since`; all dates local, `YYYY-MM-DD`. */
export interface FloatClock {
	/** From this day on they are a 流动党员, before it is 外出登记. */
	readonly floatingFrom: string;
	/** The relation will have to follow next month. */
	readonly headsUp: string;
	/** The relation has to follow. */
	readonly due: string;
}

/**
 * Counts calendar months from the day they went; where the month has no such day, its last one: gone on 31 August, due
 * on 28 February. Sources: DOMAIN «away at a relatively fixed place» and «floating member».
 */
export function floatClock(rules: Rules, since: string): FloatClock {
	return {
		floatingFrom: addMonths(since, rules.value('float.from')),
		headsUp: addMonths(since, rules.value('transfer.heads-up')),
		due: addMonths(since, rules.value('transfer.due')),
	};
}

/**
 * Whether the relation has to follow somebody at all: not where place or time are uncertain, there the activity card takes
 * the transfer's place (DOMAIN «which paper»); not asked counts as certain.
 */
export function relationFollows({ fixed }: { readonly fixed: boolean | null }): boolean {
	return fixed !== false;
}

export type FloatAge = 'away' | 'floating';

/** 外出登记, or from six months on 流动党员 (2024 opinion on floating members). */
export function floatAge(rules: Rules, since: string, today: string): FloatAge {
	return today >= floatClock(rules, since).floatingFrom ? 'floating' : 'away';
}

export type ClockState = 'running' | 'soon' | 'due';

/** Where the transfer clock stands on a day: on the day it falls due it is due. */
export function clockState(rules: Rules, since: string, today: string): ClockState {
	const { headsUp, due } = floatClock(rules, since);
	if (today >= due) return 'due';
	return today >= headsUp ? 'soon' : 'running';
}

/** Whole calendar months away, and the days when it is less than one; negative days for who has not left yet. */
export function timeAway(since: string, today: string): { months: number; days: number } {
	const days = daysBetween(since, today);
	let months = Math.max(0, Math.floor(days / 31));
	while (addMonths(since, months + 1) <= today) months++;
	return { months, days };
}

/**
 * The day by which the branch should be in touch: half a year after the last time, or after they went. The number is ours:
 * inland the regulation says 「保持经常联系」 (DOMAIN «contact with members away»).
 */
export function contactDue(rules: Rules, since: string, contactedOn: string | null): string {
	return addMonths(contactedOn ?? since, rules.value('contact.every'));
}
