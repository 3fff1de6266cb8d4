import { unread } from '../../app.ts';
import type { Courier } from '../../bot/courier/index.ts';
import { takeIn } from '../../bot/inbox.ts';
import { settle, tell } from '../../bot/operator.ts';
import type { Bot } from '../../bot/repertoire.ts';
import type { Platform, Update } from '../../bot/vocabulary/index.ts';
import { keepLine, type LarkOptions, type Line, type LineState } from '../../lark/index.ts';

export interface HouseLine {
	/** Starts to listen. */
	open(): void;
	/** What keeps events out; undefined while they can come in. */
	down(): string | undefined;
	/** Once a minute: counts the machines of this app when that is due. Never rejects. */
	minute(): Promise<void>;
	/** Settles with the platform's code when id or secret were refused before the line ever stood. */
	readonly refused: Promise<string>;
	close(): void;
}

interface LineParts {
	readonly connection: LarkOptions;
	readonly platform: Platform;
}

/** Ours: how long (ms) after the line stands the machines are counted; a connection that died a moment ago is forgotten by then. */
const COUNT_AFTER = 2 * 60_000;
/** Ours: a few calls a day, since they may count for the month's quota. */
const COUNT_EVERY = 6 * 3_600_000;

/** Events over the platform's WebSocket instead of the webhook: no signature there, the same way through the house. */
export function openLine({ connection, platform }: LineParts, bot: Bot, courier: Courier): HouseLine {
	const { promise: refused, resolve: refuse } = Promise.withResolvers<string>();
	let state: LineState = { kind: 'down', code: 'starting' };
	let stood = false;
	let line: Line | undefined;
	/** By the injected clock. */
	let countAt = Number.POSITIVE_INFINITY;
	const closing = new AbortController();

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
		if (now.kind === 'up') countAt = bot.clock.now() + COUNT_AFTER;
		bot.store
			.commit(() => note(bot, now))
			.catch((error: unknown) => bot.log.error('line-not-noted', error, { kind: now.kind }));
	}

	return {
		refused,
		open() {
			line = keepLine({ ...connection, onChange, unread: (event) => unread(bot, event) }, take);
		},
		down: () => (state.kind === 'up' ? undefined : `line ${state.kind}: ${state.code}`),
		async minute() {
			const now = bot.clock.now();
			if (state.kind !== 'up' || now < countAt) return;
			countAt = now + COUNT_EVERY;
			await countMachines(bot, platform, closing.signal);
		},
		close() {
			closing.abort();
			line?.close();
		},
	};
}

function note(bot: Bot, state: LineState): void {
	if (state.kind === 'up') settle(bot, 'line-down', 'line-refused');
	else if (state.kind === 'refused') tell(bot, 'line-refused', { code: state.code });
	else tell(bot, 'line-down', { code: state.code });
}

/** Each of two live machines gets a random half of the events: the operator has to hear of it. Never rejects. */
export async function countMachines(
	bot: Bot,
	platform: Pick<Platform, 'connections'>,
	closed?: AbortSignal,
): Promise<void> {
	try {
		const counted = await platform.connections();
		if (closed?.aborted) return;
		if (!counted.ok) {
			bot.log.info('machines-not-counted', { code: counted.fault.code });
			return;
		}
		const { value: count } = counted;
		await bot.store.commit(() => {
			if (count > 1) tell(bot, 'two-machines', { count });
			else settle(bot, 'two-machines');
		});
	} catch (error) {
		bot.log.error('machines-not-noted', error);
	}
}
