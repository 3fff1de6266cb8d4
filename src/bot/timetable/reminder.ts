import type { PlainKey } from '../../locales/index.ts';
import type { Alert } from '../../rules/alerts.ts';
import type { RuleKey, Rules } from '../../rules/book.ts';
import type { Condition, Scene, View } from '../view.ts';
import type { Card } from '../vocabulary/index.ts';

/** One step of one subject. */
export interface Due extends Alert {
	/** Still worth saying now; a meeting that has begun needs no reminder. */
	readonly useful: boolean;
	/** May go out on a day off: the last reminder of a meeting. */
	readonly anyDay?: boolean;
}

/** Which subjects are asked for: those with a step due after `after` and by `until` (local dates). */
export interface Window {
	readonly after: string;
	readonly until: string;
	/** Ids above this one only, ascending, at most `most`. */
	readonly above: number;
	readonly most: number;
	/** In force today. */
	readonly rules: Rules;
}

export interface Asked {
	/** Steps due by this local date need not be among the answers. */
	readonly after: string;
	/** By which the steps are counted: those in force when it is decided to say one. */
	readonly rules: Rules;
}

export interface Why {
	/** The rules behind it. */
	readonly rules: readonly RuleKey[];
	/** The dates and the arithmetic, in plain words. */
	readonly text: string;
}

/**
 * One thing the bot says unasked. The subject is a row of the table `about`; everything is asked of the database, at
 * the look and again at the moment of sending.
 */
export interface Reminder {
	/** The rule; rows carry it. */
	readonly name: string;
	/** The table whose rows it is about. */
	readonly about: string;
	/** Under which heading a digest lists it. */
	readonly heading: PlainKey;
	/** Who is told is told when it is planned or moved: a step due by then is not said again. */
	readonly announced?: boolean;
	/** Neither a pause nor the cap holds it: somebody waits for this person. */
	readonly urgent?: boolean;
	candidates(scene: Scene, window: Window): readonly number[];
	/** All steps that count, by date, those after `after` at least; none when there is nothing to remind of. */
	due(scene: Scene, id: number, asked: Asked): readonly Due[];
	/** Who is told of a step. */
	people(scene: Scene, id: number, step: string): readonly number[];
	/** Whether it still concerns this person; asked of `people` when absent. */
	concerns?(scene: Scene, id: number, step: string, personId: number): boolean;
	/** One short line for a digest. */
	line(scene: Scene, item: Item): string;
	/** The card when it goes out alone; the line with its buttons when absent. `carrier`: what 为什么 asks about. */
	card?(scene: Scene, item: Item, carrier: string): Card;
	why(scene: Scene, item: Item): Why;
}

/** One step of one subject for one person. */
export interface Item extends Alert {
	readonly id: number;
	readonly personId: number;
	/** In force when it was decided: what it says is counted by them. */
	readonly rules: Rules;
}

/** All the bot says unasked, with what draws it; handed over by the runtime. */
export interface Timetable {
	readonly reminders: readonly Reminder[];
	readonly views: readonly View[];
	readonly conditions: readonly Condition[];
}
