/** The text of every migration, beside the journal that tells their order; written by drizzle-kit. */
declare const migrations: {
	readonly journal: {
		readonly entries: {
			readonly idx: number;
			readonly when: number;
			readonly tag: string;
			readonly breakpoints: boolean;
		}[];
	};
	readonly migrations: Record<string, string>;
};
export default migrations;
