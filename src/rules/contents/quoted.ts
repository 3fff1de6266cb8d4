/** Where a rule comes from; the words stand in the locales under `book.source`. */
export type Source =
	| 'branch-work'
	| 'education-2019'
	| 'election-2020'
	| 'terms-2018'
	| 'floating-2024'
	| 'development-2026'
	| 'circular-2004-10'
	| 'paper-circulars'
	| 'department-answers'
	| 'labour-arbitration'
	| 'labour-inspection'
	| 'work-injury'
	| 'documents-formation'
	| 'document-002'
	| 'document-003'
	| 'document-004'
	| 'local-custom'
	| 'ours';

/**
 * How far a rule can be relied upon. Verified: its own words or its article were seen. Near-verified: an authority's answer
 * says so. Local: custom of a place or a source document only. Open: not seen whole. Ours: the bot's own.
 */
export type Standing = 'verified' | 'near-verified' | 'local' | 'open' | 'ours';

export type Unit =
	| 'years'
	| 'months'
	| 'days'
	| 'workdays'
	| 'hours'
	| 'minutes'
	| 'minute-of-day'
	| 'times'
	| 'times-a-week'
	| 'people'
	| 'organisations'
	| 'percent';

interface Origin {
	readonly source: Source;
	readonly articles: readonly number[];
	/** In force from this local date on; null where the day is not known, and for what always held. */
	readonly since: string | null;
	readonly standing: Standing;
}

/** A rule that sets a number; 0: no interval is set, it is off. */
export interface Numbered extends Origin {
	readonly value: number;
	readonly unit: Unit;
}

/** A rule that sets none. */
export interface Worded extends Origin {
	readonly value: null;
	readonly unit: null;
}

/** Rules of one source, all relied upon alike. */
export function quoted(source: Source, standing: Standing, since: string | null = null) {
	const from = (articles: readonly number[]): Origin => ({ source, articles, since, standing });
	return {
		number: (value: number, unit: Unit, ...articles: number[]): Numbered => ({
			...from(articles),
			value,
			unit,
		}),
		words: (...articles: number[]): Worded => ({ ...from(articles), value: null, unit: null }),
	};
}
