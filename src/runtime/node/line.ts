import type { Courier } from '../../bot/courier/index.ts';
import { takeIn } from '../../bot/inbox.ts';
import { settle, tell } from '../../bot/operator.ts';
import type { Bot } from '../../bot/repertoire.ts';
import type { Update } from '../../bot/vocabulary/index.ts';
import { keepLine, type LarkOptions, type Line, type LineState } from '../../lark/index.ts';

export interface HouseLine {
	/** Starts to listen. */
	open(): void;
	/** What keeps events out; undefined while they can come in. */
	down(): string | undefined;
	/** Settles with the platform's code when id or secret were refused before the line ever stood. */
	readonly refused: Promise<string>;
	close(): void;
}

/** Events over the platform's WebSocket instead of the webhook: no signature there, the same way through the house. */
export function openLine({ connection }: { connection: LarkOptions }, bot: Bot, courier: Courier): HouseLine {
	const { promise: refused, resolve: refuse } = Promise.withResolvers<string>();
	let state: LineState = { kind: 'down', code: 'starting' };
	let stood = false;
	let line: Line | undefined;

	async function take(update: Update) {
		try {
			const received = await takeIn(bot, update);
			if (received.kind !== 'done') throw new Error(received.kind);
			return received.answer;
		} finally {
			courier.wake();
		}
	}

	function onChange(now: LineState): void {
		state = now;
		if (now.kind === 'refused' && !stood) refuse(now.code);
		stood ||= now.kind === 'up';
		bot.store
			.commit(() => note(bot, now))
			.catch((error: unknown) => bot.log.error('line-not-noted', error, { kind: now.kind }));
	}

	return {
		refused,
		open() {
			line = keepLine({ ...connection, onChange }, take);
		},
		down: () => (state.kind === 'up' ? undefined : `line ${state.kind}: ${state.code}`),
		close: () => line?.close(),
	};
}

function note(bot: Bot, state: LineState): void {
	if (state.kind === 'up') settle(bot, 'line-down', 'line-refused');
	else if (state.kind === 'refused') tell(bot, 'line-refused', { code: state.code });
	else tell(bot, 'line-down', { code: state.code });
}
