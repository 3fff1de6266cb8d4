import type { Tenant } from './tenant.ts';
import type { Scene } from './view.ts';

/** What views and conditions see of a tenant at this instant (ms). */
export function sceneOf({ db, vault, words, zone }: Tenant, now: number): Scene {
	return { db, vault, t: words, now, zone };
}
