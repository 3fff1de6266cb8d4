/** A link as the platform folds it, a mail address likewise. */
const FOLDED = /\[([^[\]\n]+)\]\((?:mailto:|(?=https?:\/\/))([^()\s]+)\)/g;

/** What the person saw and typed: the address once where both halves say the same, else words and address. */
export function unfolded(text: string): string {
	return text.replace(FOLDED, (_, shown: string, target: string) =>
		bare(shown) === bare(target) ? shown : `${shown} ${target}`,
	);
}

const bare = (address: string) => address.replace(/^https?:\/\//, '').replace(/\/$/, '');
