/** Addresses as the client finds them in what people write: Latin signs only, no full stop at the end. */
const LINK = String.raw`(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&*+,;=%]*[\w\-~/#@&*+=%]`;
const MAIL = String.raw`[\w.+-]*\w@(?:[A-Za-z\d-]+\.)+[A-Za-z]{2,}`;
const ADDRESS = new RegExp(`${LINK}|${MAIL}`, 'gu');

/** What people wrote as the event carries it: a link is `[text](url)`, a mail address `[x](mailto:x)`. */
export function folded(typed: string): string {
	return typed.replace(ADDRESS, (address) => {
		if (/^https?:/.test(address)) return `[${address}](${address})`;
		if (address.startsWith('www.')) return `[${address}](http://${address})`;
		return `[${address}](mailto:${address})`;
	});
}
