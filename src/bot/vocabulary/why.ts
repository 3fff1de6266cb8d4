/** What keeps a message from whom it was for, in the words of whoever sent it. */
export type Why =
	| 'bot-out'
	| 'no-group'
	| 'muted'
	| 'stopped'
	| 'not-open'
	| 'gone'
	| 'not-taken'
	| 'words'
	| 'unsure'
	| 'other';
