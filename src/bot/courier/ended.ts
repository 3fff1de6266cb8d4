import type { OutboxRow } from '../../../db/outbox/index.ts';
import { sceneOf, type Tenant } from '../tenant.ts';

/** Tells the condition under which a row waited what became of it; `cause` is null when it arrived. */
export function tellEnd(tenant: Tenant, { condition }: OutboxRow, now: number, cause: string | null): void {
	if (condition === null) return;
	const [name, subject]: [string, string] = JSON.parse(condition);
	tenant.conditions.get(name)?.ended?.(sceneOf(tenant, now), subject, cause);
}
