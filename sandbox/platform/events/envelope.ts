import type { Box } from '../box.ts';
import type { Delivery } from '../contract.ts';
import { freshId } from '../ids.ts';

/** An event in its envelope; create_time in milliseconds of the platform's clock. */
export function envelope(box: Box, type: string, event: object, createTime = String(box.options.now())) {
	return {
		schema: '2.0',
		header: {
			event_id: freshId('event'),
			event_type: type,
			create_time: createTime,
			token: box.options.verificationToken,
			app_id: box.options.appId,
			tenant_key: box.options.tenantKey,
		},
		event,
	};
}

/** What was never sent. */
export const UNSENT: Delivery = { eventId: '', status: 0, tries: 0, body: '' };

/** Tells the bot if it has asked to be told; settles after the first try. */
export async function tell(
	box: Box,
	type: string,
	event: object,
	where?: 'p2p' | 'group',
): Promise<Delivery> {
	if (!box.permits.hears(type, where)) return UNSENT;
	return (await box.postman.post(envelope(box, type, event), true)).delivery;
}
