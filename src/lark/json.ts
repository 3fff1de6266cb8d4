const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value in text or UTF-8 bytes; undefined when there is none (JSON itself has no undefined). */
export function parseJson(source: string | Uint8Array): unknown {
	try {
		return JSON.parse(typeof source === 'string' ? source : utf8.decode(source));
	} catch {
		return undefined;
	}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
