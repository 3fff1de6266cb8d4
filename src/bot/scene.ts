import type { Tenant } from './tenant.ts';
import type { Scene } from './view.ts';

/** What views and conditions see of a tenant at this instant (ms). */
export function sceneOf({ db, words, zone }: Pick<Tenant, 'db' | 'words' | 'zone'>, now: number): Scene {
	return { db, t: words, now, zone };
}
