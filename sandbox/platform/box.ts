import type { Chat, FeishuOptions } from './contract.ts';
import type { Postman } from './events/postman.ts';
import type { openFaults } from './faults.ts';
import { freshId } from './ids.ts';
import type { openLimits } from './limits.ts';
import type { Permits } from './permits.ts';
import type { State } from './state.ts';
import type { Tokens } from './tokens.ts';
import type { Wire } from './wire.ts';

/** One running platform: its parts, passed to whoever needs them. */
export interface Box {
	readonly options: FeishuOptions;
	readonly botOpenId: string;
	readonly state: State;
	readonly wire: Wire;
	readonly faults: ReturnType<typeof openFaults>;
	readonly limits: ReturnType<typeof openLimits>;
	readonly permits: Permits;
	readonly tokens: Tokens;
	readonly postman: Postman;
	readonly arrived: Map<string, number>;
	/** Aborted when the platform closes. */
	readonly closing: AbortSignal;
}

/** The private chat of this person with the bot; made when it does not exist. */
export function privateChat(box: Box, openId: string): Chat {
	const chat = box.state.privateChatOf(openId);
	if (chat) return chat;
	return box.state.putChat({
		chatId: freshId('oc'),
		kind: 'private',
		name: box.options.botName,
		members: [openId],
		hasBot: true,
	});
}
