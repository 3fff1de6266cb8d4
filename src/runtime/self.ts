import { rememberSelf } from '../../db/app.ts';
import type { Tenant } from '../bot/tenant.ts';
import type { Platform } from '../bot/vocabulary/index.ts';

/**
 * Asks the platform once who the bot is. False when it did not tell, or the database could not keep it now; what is
 * told after `stopped` is not kept, since nobody may write any more then.
 */
export async function learnSelf(
	{ store, db, log }: Tenant,
	platform: Platform,
	stopped?: AbortSignal,
): Promise<boolean> {
	const found = await platform.self();
	if (stopped?.aborted) return false;
	if (!found.ok) {
		log.warn('self-unknown', { code: found.fault.code });
		return false;
	}
	const { openId, name } = found.value;
	try {
		await store.commit(() => rememberSelf(db, openId, name));
		return true;
	} catch (error) {
		log.error('self-not-kept', error);
		return false;
	}
}
