import { openFeishu } from '../sandbox/platform/index.ts';
import { answerWith, tell } from './process.ts';
import { APP, openIdOf } from './village.ts';

/** The sandbox platform with its documented limits, or wide ones, and so many accounts: `platform.ts <accounts> [wide]`. */
const WIDE = { perSecond: 10_000, perMinute: 600_000, perTargetPerSecond: 10_000, patchPerSecond: 10_000 };
const feishu = await openFeishu({
	...APP,
	botName: '支部助手',
	eventUrl: () => '',
	now: () => Date.now(),
	...(process.argv[3] === 'wide' ? { limits: WIDE } : {}),
});
for (let person = 0; person < Number(process.argv[2]); person++) {
	feishu.addAccount({ openId: openIdOf(person), name: `党员${person}` });
}
let refused = 0;
const received = new Map<string, number>();
feishu.subscribe((change) => {
	if (change.kind === 'wire' && change.line.status === 429) refused++;
	if (change.kind !== 'message') return;
	const { chatId } = change.message;
	received.set(chatId, (received.get(chatId) ?? 0) + 1);
});

/** What the platform saw. */
export interface Witnessed {
	/** Messages that arrived. */
	readonly messages: number;
	/** The most that arrived in one private chat. */
	readonly most: number;
	readonly refused: number;
}
answerWith(() => {
	const counts = [...received.values()];
	const witnessed: Witnessed = {
		messages: counts.reduce((sum, count) => sum + count, 0),
		most: Math.max(0, ...counts),
		refused,
	};
	return JSON.stringify(witnessed);
});
tell(feishu.url);
