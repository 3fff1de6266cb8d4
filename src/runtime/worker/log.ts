import type { Facts, Log } from '../../bot/ports.ts';
import { trailOf } from '../trail.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type Level = (typeof LEVELS)[number];

/** A line of JSON each; what may stand in it is said at `Facts`. */
export function consoleLog(level: Level, write: (line: string) => void = console.log): Log {
	const line = (of: Level, event: string, facts: Facts) => {
		if (LEVELS.indexOf(of) < LEVELS.indexOf(level)) return;
		write(JSON.stringify({ level: of, time: new Date().toISOString(), msg: event, ...facts }));
	};
	return {
		info: (event, facts = {}) => line('info', event, facts),
		warn: (event, facts = {}) => line('warn', event, facts),
		error: (event, error, facts = {}) => line('error', event, { ...facts, ...trailOf(error) }),
	};
}
