import { keysInUse, PLAIN } from '../../db/data-keys.ts';
import { rewrapStep } from '../../db/rewrap/index.ts';
import type { Tenant } from './tenant.ts';

/**
 * Inside a transaction: one step on the way to where everything lies sealed under the first key. False when there is more
 * to do.
 */
export function rewrap({ db, vault, log }: Tenant): boolean {
	const { done, retired, broken } = rewrapStep(db, vault);
	if (broken > 0) log.error('sealed-values-do-not-open', new Error('left as they are'), { count: broken });
	for (const key of retired) log.info('data-key-retired', { key });
	return done;
}

/** Seals what was kept in plain before its column was sealed; to be done before anybody can read it. */
export async function sealWhatIsPlain(tenant: Tenant): Promise<void> {
	while (keysInUse(tenant.db).some(({ id }) => id === PLAIN)) await tenant.store.commit(() => rewrap(tenant));
}
