import type { Facts } from '../bot/ports.ts';

/** The kind of error, its code, and where it was thrown; not its message. */
export function trailOf(error: unknown): Facts {
	if (!(error instanceof Error)) return { error: typeof error };
	const stack = error.stack
		?.split('\n')
		.filter((line) => line.startsWith('    at '))
		.join('\n');
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	const cause = error.cause instanceof Error ? error.cause.name : undefined;
	return { error: error.name, code, cause, stack };
}
