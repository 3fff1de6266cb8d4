const BLANK = '\r\n\r\n';

/**
 * The parts of a multipart body by their names (RFC 7578). The standard FormData takes a part without a file name
 * for text and so spoils its bytes, but that is how the official SDK sends a Buffer. Empty for a body that is none.
 */
export function partsOf(contentType: string, body: Uint8Array): Map<string, Uint8Array> {
	const parts = new Map<string, Uint8Array>();
	const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
	if (!boundary) return parts;
	// latin1 keeps every byte one character, so that positions in the text are positions in the body.
	const pieces = Buffer.from(body).toString('latin1').split(`--${boundary}`).slice(1, -1);
	for (const piece of pieces) {
		const end = piece.indexOf(BLANK);
		const head = Buffer.from(piece.slice(0, end), 'latin1').toString('utf8');
		const name = /[; ]name="([^"]*)"/.exec(head)?.[1];
		if (end < 0 || name === undefined) continue;
		const bytes = Buffer.from(piece.slice(end + BLANK.length, -2), 'latin1');
		parts.set(name, new Uint8Array(bytes));
	}
	return parts;
}
