import { z } from 'zod';

/** What every update tells about its event. */
export interface Happened {
	readonly id: string;
	readonly at: number;
	readonly tenantKey?: string;
}

const MS_FROM = 1e11;
const MICROSECONDS_FROM = 1e14;

/** Events stamp milliseconds, card callbacks 16-digit microseconds, menus seconds; as a string or a number. */
export const instant = z
	.union([z.string().regex(/^\d{1,16}$/), z.number().int().nonnegative()])
	.transform((stamp) => {
		const value = Number(stamp);
		if (value >= MICROSECONDS_FROM) return Math.floor(value / 1000);
		return value >= MS_FROM ? value : value * 1000;
	});

export const id = z.string().min(1).max(256);

export const account = z.object({ open_id: id });

const openId = z.string().min(1).max(256).optional().catch(undefined);
const ids = z.object({ open_id: openId }).optional().catch(undefined);
const actor = z.object({
	open_id: openId,
	operator_id: ids,
	operator: z.object({ open_id: openId, user_id: ids, operator_id: ids }).optional().catch(undefined),
});

/** Who did it, wherever the platform put it: not all its gateways agree. Undefined when nobody is named. */
export function operatorOf(event: unknown): string | undefined {
	const { data } = actor.safeParse(event);
	const { operator, operator_id, open_id } = data ?? {};
	return (
		operator?.open_id ??
		operator?.user_id?.open_id ??
		operator?.operator_id?.open_id ??
		operator_id?.open_id ??
		open_id
	);
}

export const envelope = z.object({
	header: z.object({
		event_id: id,
		event_type: z.string(),
		create_time: instant,
		tenant_key: z.string().optional(),
	}),
	event: z.unknown().optional(),
});
