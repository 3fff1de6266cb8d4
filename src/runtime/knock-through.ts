import { knock } from '../bot/knock.ts';
import type { Bot } from '../bot/repertoire.ts';

/**
 * Knocks until nothing more is due, a transaction each time, so that others get their turn in between; `wake` is told after
 * each. Never rejects: what went wrong is logged, and the next minute knocks again.
 */
export async function knockThrough(bot: Bot, wake: () => void, stopped?: AbortSignal): Promise<void> {
	try {
		for (let more = true; more && !stopped?.aborted; wake()) {
			more = await bot.store.commit(() => knock(bot));
		}
	} catch (error) {
		bot.log.error('knock-failed', error);
	}
}
