import pino, { type DestinationStream } from 'pino';
import type { Facts, Log } from '../../bot/ports.ts';

/** What the operator reads: facts, and of an error its kind and stack. Messages of errors may quote people: left out. */
export function pinoLog(level: string, stream?: DestinationStream): Log {
	const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, stream);
	return {
		info: (event, facts: Facts = {}) => logger.info(facts, event),
		warn: (event, facts: Facts = {}) => logger.warn(facts, event),
		error: (event, error, facts: Facts = {}) => logger.error({ ...facts, ...trailOf(error) }, event),
	};
}

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
