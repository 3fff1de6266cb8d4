/** Events come again for about seven hours; a day leaves room for a platform that was ill itself. */
const OLDEST_MS = 24 * 60 * 60 * 1000;
const AHEAD_MS = 5 * 60 * 1000;

/** Card callbacks write the time as Go prints it: `2026-10-04 18:23:46.05 +0800 CST m=+12.3`. */
const GO_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,9})? ([+-]\d\d)(\d\d)( .*)?$/;

/** Whether a request stamped so may still be taken; `wallNow` in milliseconds. */
export function isFresh(timestamp: string, wallNow: number): boolean {
	const at = timestampMs(timestamp);
	return at !== undefined && at >= wallNow - OLDEST_MS && at <= wallNow + AHEAD_MS;
}

/** Milliseconds of a timestamp header in either of its forms; undefined when it is neither. */
export function timestampMs(timestamp: string): number | undefined {
	if (/^\d{1,12}$/.test(timestamp)) return Number(timestamp) * 1000;
	const [, day, time, , hours, minutes] = GO_TIME.exec(timestamp) ?? [];
	if (day === undefined) return undefined;
	const at = Date.parse(`${day}T${time}${hours}:${minutes}`);
	return Number.isNaN(at) ? undefined : at;
}
