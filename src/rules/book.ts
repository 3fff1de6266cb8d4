import { CONTENTS, type Numbered, type NumberKey, type RuleKey, type Worded } from './contents/index.ts';

export type { NumberKey, RuleKey } from './contents/index.ts';

/** One rule as it stands from a day on; a later one with the same key takes its place. */
export type Rule = (Numbered | Worded) & { readonly key: RuleKey };

/** The rules in force on a day. */
export interface Rules {
	rule(key: RuleKey): Rule;
	/** In the unit of the rule. */
	value(key: NumberKey): number;
}

/** All rules with their dates, changeable and passed around: what is counted of a past day asks for the rules of that day. */
export interface RuleBook {
	/** Every version of every rule. */
	readonly rules: readonly Rule[];
	/** What is in force on a local date (`YYYY-MM-DD`); before a rule's first date, its first version. */
	at(day: string): Rules;
}

/** A book of these rules. Days between two changes share one object, so that what follows from it can be kept beside it. */
export function openBook(rules: readonly Rule[]): RuleBook {
	const ordered = rules.toSorted((a, b) => Number(begins(a) > begins(b)) - Number(begins(a) < begins(b)));
	const changes = [...new Set(ordered.flatMap(({ since }) => since ?? []))];
	const known = new Map<string, Rules>();
	return {
		rules: ordered,
		at(day) {
			const change = changes.findLast((each) => each <= day) ?? '';
			const found = known.get(change) ?? inForce(ordered, change);
			known.set(change, found);
			return found;
		},
	};
}

function inForce(ordered: readonly Rule[], day: string): Rules {
	const standing = new Map<RuleKey, Rule>();
	for (const rule of ordered)
		if (begins(rule) <= day || !standing.has(rule.key)) standing.set(rule.key, rule);
	const ruleOf = (key: RuleKey): Rule => {
		const found = standing.get(key);
		if (!found) throw new Error(`no rule ${key}`);
		return found;
	};
	return {
		rule: ruleOf,
		value(key) {
			const { value } = ruleOf(key);
			if (value === null) throw new Error(`the rule ${key} sets no number`);
			return value;
		},
	};
}

function begins({ since }: Rule): string {
	return since ?? '';
}

/** What follows from the rules in force alone, worked out once for each of their times. */
export function following<T>(work: (rules: Rules) => T): (rules: Rules) => T {
	const known = new WeakMap<Rules, { readonly found: T }>();
	return (rules) => {
		const { found } = known.get(rules) ?? { found: work(rules) };
		known.set(rules, { found });
		return found;
	};
}

/** The book as it comes, before anybody has changed a number: DOMAIN «Rule book». */
export function defaultBook(): RuleBook {
	return openBook(entries().map(([key, entry]) => ({ ...entry, key })));
}

function entries(): (readonly [RuleKey, Numbered | Worded])[] {
	const isKey = (key: string): key is RuleKey => key in CONTENTS;
	return Object.keys(CONTENTS)
		.filter(isKey)
		.map((key) => [key, CONTENTS[key]]);
}
