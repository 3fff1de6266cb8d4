import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Whether each process can be tied to a core of its own. */
export const PINNED = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** The core of whatever is measured, and the core of everything beside it. */
export const CORE = { measured: '0', beside: '1' } as const;

/** A part of a measurement in a process of its own; it answers one question after another. */
export interface Part {
	readonly child: ChildProcess;
	/** Settles with its next word; rejects when it ends instead. */
	next(): Promise<string>;
	ask(question: string): Promise<string>;
	end(): Promise<void>;
}

/** Starts a file of this folder, tied to a core where that can be. What it writes to stderr is shown. */
export function startPart(
	file: string,
	core: string,
	args: readonly string[],
	flags: readonly string[] = [],
): Part {
	const node = [...flags, fileURLToPath(new URL(file, import.meta.url)), ...args];
	const [program, ...rest] = PINNED
		? ['taskset', '-c', core, process.execPath, ...node]
		: [process.execPath, ...node];
	const child = spawn(program, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	const ended = once(child, 'exit');
	const died = ended.then(([code]) => Promise.reject(new Error(`${file} ended with ${code}`)));
	died.catch(() => undefined);
	const next = async () => {
		const said: unknown[] = await Promise.race([once(child, 'message'), died]);
		return String(said[0]);
	};
	return {
		child,
		next,
		ask(question) {
			const answer = next();
			child.send(question);
			return answer;
		},
		async end() {
			child.kill('SIGTERM');
			await ended;
		},
	};
}

/** The part's own side: tells its parent something. */
export function tell(word: string): void {
	process.send?.(word);
}

/** The part's own side: answers questions until the parent has gone. */
export function answerWith(answer: (question: string) => string | Promise<string>): void {
	process.on('disconnect', () => process.exit());
	process.on('message', async (question) => tell(await answer(String(question))));
}

/** The part's own side: how much processor time (ms) it has used so far. */
export function processorTime(): string {
	const { user, system } = process.cpuUsage();
	return String((user + system) / 1000);
}
