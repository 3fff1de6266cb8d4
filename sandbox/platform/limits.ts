import type { FeishuOptions } from './contract.ts';

type Limits = NonNullable<FeishuOptions['limits']>;

/** As documented: per API and app 50 a second and 1000 a minute; 5 a second to one person, to one group, for one card. */
export const LIMITS: Limits = { perSecond: 50, perMinute: 1000, perTargetPerSecond: 5, patchPerSecond: 5 };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SWEEP_EVERY = 1000;

interface Window {
	readonly key: string;
	readonly size: number;
	readonly spanMs: number;
}

/**
 * Sliding windows. Each method takes a place in its windows and returns 0, or takes none and returns the
 * milliseconds until there is room. `monotonic` in milliseconds, never going back.
 */
export function openLimits(limits: Limits = LIMITS, monotonic: () => number = () => performance.now()) {
	const taken = new Map<string, number[]>();
	let claims = 0;

	const claim = (windows: readonly Window[]): number => {
		const at = monotonic();
		if (++claims % SWEEP_EVERY === 0)
			for (const [key, times] of taken) if ((times.at(-1) ?? 0) <= at - MINUTE) taken.delete(key);
		const waits = windows.map(({ key, size, spanMs }) => {
			const times = taken.get(key) ?? [];
			while (times[0] !== undefined && times[0] <= at - spanMs) times.shift();
			taken.set(key, times);
			const oldest = times[times.length - size];
			return oldest === undefined ? 0 : oldest + spanMs - at;
		});
		const wait = Math.max(0, ...waits);
		if (wait === 0) for (const { key } of windows) taken.get(key)?.push(at);
		return wait;
	};

	return {
		api: (name: string) =>
			claim([
				{ key: `second ${name}`, size: limits.perSecond, spanMs: SECOND },
				{ key: `minute ${name}`, size: limits.perMinute, spanMs: MINUTE },
			]),
		/** A person's open_id or a group's chat_id. */
		target: (id: string) => claim([{ key: `target ${id}`, size: limits.perTargetPerSecond, spanMs: SECOND }]),
		patch: (messageId: string) =>
			claim([{ key: `patch ${messageId}`, size: limits.patchPerSecond, spanMs: SECOND }]),
	};
}
