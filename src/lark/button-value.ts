import type { Action } from '../bot/vocabulary/index.ts';

/** An action as our buttons carry it: `c` the command, `a` its arguments, `o` present when it opens a new message, `d` the draft in which others wait. */
export interface ButtonValue {
	readonly c: string;
	readonly a: Readonly<Record<string, string>>;
	readonly o?: 1;
	readonly d?: string;
}

export function buttonValue(action: Action): ButtonValue {
	return {
		c: action.command,
		a: action.args,
		...(action.opens && { o: 1 }),
		...(action.draft !== undefined && { d: action.draft }),
	};
}

/** The action a tapped element's value stands for (an object, or the same as a string); undefined when not ours. */
export function actionOf(value: unknown): Action | undefined {
	const ours = typeof value === 'string' ? parseJson(value) : value;
	if (!isRecord(ours) || typeof ours.c !== 'string' || ours.c === '' || !isRecord(ours.a)) return undefined;
	const args: [string, string][] = [];
	for (const [name, argument] of Object.entries(ours.a)) {
		if (typeof argument !== 'string') return undefined;
		args.push([name, argument]);
	}
	return {
		command: ours.c,
		args: Object.fromEntries(args),
		...(ours.o === 1 && { opens: true }),
		...(typeof ours.d === 'string' && { draft: ours.d }),
	};
}

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
