const MINUTE = 60_000;
/** A timer may ring a moment early: what is left (ms) of a minute then is none of its own. */
const REST = 1_000;

/**
 * Has `work`, which never rejects, run at the beginning of each minute, unless it still runs since an earlier one; answers
 * how to end that. Minutes are counted from 1970: a host's own time zone leaves none out when its hour is set back.
 */
export function everyMinute(work: () => Promise<void>): () => void {
	let timer: NodeJS.Timeout;
	let running = false;
	const arm = () => {
		const left = MINUTE - (Date.now() % MINUTE);
		timer = setTimeout(ring, left < REST ? left + MINUTE : left);
	};
	const ring = async () => {
		arm();
		if (running) return;
		running = true;
		await work().finally(() => {
			running = false;
		});
	};
	arm();
	return () => clearTimeout(timer);
}
