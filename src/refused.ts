import type { Log } from './bot/ports.ts';
import type { Doubt } from './lark/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Tells the operator why events are refused: once a minute for each reason, however many there are. */
export class RefusedEvents {
	readonly #log: Log;
	readonly #monotonic: () => number;
	readonly #told = new Map<Doubt['because'], { at: number; since: number }>();

	/** `monotonic` in ms. */
	constructor(log: Log, monotonic: () => number) {
		this.#log = log;
		this.#monotonic = monotonic;
	}

	note(doubt: Doubt): void {
		const now = this.#monotonic();
		const told = this.#told.get(doubt.because);
		if (told && now - told.at < MINUTE) {
			told.since += 1;
			return;
		}
		this.#told.set(doubt.because, { at: now, since: 0 });
		this.#log.warn('events-refused', {
			because: doubt.because,
			since: told?.since ?? 0,
			advice: adviceOf(doubt),
			operator: true,
		});
	}
}

function adviceOf(doubt: Doubt): string {
	if (doubt.because === 'signature')
		return '签名不对，请核对 LARK_ENCRYPT_KEY the signature is wrong: compare LARK_ENCRYPT_KEY';
	const [zh, en] = spanOf(Math.abs(doubt.aheadMs));
	return doubt.aheadMs < 0
		? `本机时钟慢了${zh}，请校准 this machine's clock is ${en} slow: set it right`
		: `消息是${zh}前的，若不是重放，就是本机时钟快了 sent ${en} ago: a replay, or this machine's clock is fast`;
}

function spanOf(ms: number): [zh: string, en: string] {
	const hours = Math.round(ms / HOUR);
	const minutes = Math.round(ms / MINUTE);
	return ms >= 2 * HOUR ? [`${hours}小时`, `${hours} h`] : [`${minutes}分钟`, `${minutes} min`];
}
