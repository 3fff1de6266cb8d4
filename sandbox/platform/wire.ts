import type { WireLine } from './contract.ts';

const KEPT = 500;
const SECRET = new Set(['app_secret', 'tenant_access_token', 'app_access_token', 'token', 'encrypt']);

/** The raw traffic, last 500 lines, fit to be looked at: pretty, and without secrets and tokens. */
export class Wire {
	readonly #lines: WireLine[] = [];
	readonly #tell: (line: WireLine) => void;
	#last = 0;

	constructor(tell: (line: WireLine) => void) {
		this.#tell = tell;
	}

	lines(): readonly WireLine[] {
		return [...this.#lines];
	}

	/** `started` by the monotonic clock; bodies are plain text, JSON where the protocol has it. */
	add(line: Omit<WireLine, 'id' | 'ms'>, started: number): void {
		const kept = {
			...line,
			id: ++this.#last,
			ms: Math.round(performance.now() - started),
			request: pretty(line.request),
			response: pretty(line.response),
		};
		this.#lines.push(kept);
		if (this.#lines.length > KEPT) this.#lines.shift();
		this.#tell(kept);
	}
}

function pretty(body: string): string {
	const json = parsed(body);
	return json === undefined ? body : JSON.stringify(json, clean, 2);
}

/** Content travels as a JSON string inside JSON; it is unfolded for the reader. */
function clean(key: string, value: unknown): unknown {
	if (SECRET.has(key) && typeof value === 'string' && value !== '') return '…';
	return key === 'content' && typeof value === 'string' ? (parsed(value) ?? value) : value;
}

/** The object or array this text is; undefined for everything else. */
function parsed(body: string): object | undefined {
	if (!/^\s*[[{]/.test(body)) return undefined;
	try {
		const json: unknown = JSON.parse(body);
		return typeof json === 'object' && json !== null ? json : undefined;
	} catch {
		return undefined;
	}
}
