/** What the one who opens the sandbox tells its web page. */
export interface PageOptions {
	/** The injected clock in ms; without it the page can read the time but not move it. `moveTo` never goes back. */
	readonly clock?: { now(): number; moveTo(at: number): void };
	/** The one-time code the bot printed at first start; shown in the first steps while it exists. */
	readonly officerCode?: () => string | undefined;
	/** Throws everything away and begins with fresh demo data; settles when the bot is ready again. */
	readonly startOver?: () => Promise<void>;
	/** The bot's own menu, shown above the composer of the private chat; a key reaches the bot as a menu event. */
	readonly menu?: readonly { readonly key: string; readonly label: string }[];
	/** The language the page opens in; a person may switch, and the browser remembers it. */
	readonly locale: 'zh-CN' | 'en';
	/** Texts to paste, such as a roster. */
	readonly samples?: readonly { readonly title: string; readonly text: string }[];
}
