import type { Log } from '../../bot/ports.ts';
import { type Custody, FileGone } from './custody.ts';

/** What the operator is told while it stands. */
export const FILE_GONE = 'database-file-gone';

/** An idle bot notices within this, ms; one with work at its next commit. */
const LOOK_EVERY = 1_000;

export interface FilesWatch {
	/** What keeps anything from being acknowledged; undefined while all files are in their place. */
	trouble(): string | undefined;
	stop(): void;
}

/** Looks after the files of the database all the time: says once in the log that one is gone, and that it is back. */
export function watchFiles(custody: Custody, log: Log): FilesWatch {
	let known: string | undefined;
	function look(): string | undefined {
		const gone = custody.gone();
		if (gone !== known && gone !== undefined)
			log.error(FILE_GONE, new FileGone(gone), {
				file: gone,
				operator: true,
				advice: 'put back what was moved or removed, or stop the bot and restore a backup',
			});
		else if (gone !== known) log.info(`${FILE_GONE}-over`, { operator: true });
		known = gone;
		return gone;
	}
	const looking = setInterval(look, LOOK_EVERY).unref();
	return {
		trouble() {
			const gone = look();
			return gone && `${FILE_GONE}: ${gone}`;
		},
		stop: () => clearInterval(looking),
	};
}
