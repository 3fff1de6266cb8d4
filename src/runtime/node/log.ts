import pino, { type DestinationStream } from 'pino';
import type { Facts, Log } from '../../bot/ports.ts';
import { trailOf } from '../trail.ts';

/** What the operator reads: facts, and of an error its kind and stack. Messages of errors may quote people: left out. */
export function pinoLog(level: string, stream?: DestinationStream): Log {
	const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, stream);
	return {
		info: (event, facts: Facts = {}) => logger.info(facts, event),
		warn: (event, facts: Facts = {}) => logger.warn(facts, event),
		error: (event, error, facts: Facts = {}) => logger.error({ ...facts, ...trailOf(error) }, event),
	};
}
