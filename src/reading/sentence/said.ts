/** What people type for one wish, by the wish: a command's name, or `name:wish` where a command answers to several. */
export type SaidFor = Readonly<Record<string, readonly string[]>>;

/**
 * The sentences of a block, in their order and as they were typed, without the blanks around them: one ends with its
 * line or at `｜`, so that many short ones fit on a line. Neither sign can be part of a sentence.
 */
export function sentences(block: string): readonly string[] {
	return block
		.split(/[\r\n｜]/u)
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '');
}
