import { z } from 'zod';
import { CORE, type Part, startPart } from '../process.ts';

/** What the hostile texts cost. */
export interface Held {
	readonly readers: number;
	readonly texts: number;
	/** ms, with the reader and the text it took them for. */
	readonly worst: number;
	readonly by: string;
	readonly of: string;
}

const introduced = z.object({ readers: z.array(z.string()), texts: z.number() });
const answered = z.object({ name: z.string(), ms: z.number(), of: z.string() });

/** A process with all readers; `ask` feeds one of them every `step`-th text. */
export async function startReaders(): Promise<{
	readonly names: readonly string[];
	readonly texts: number;
	readonly part: Part;
	ask(reader: number, step: number): Promise<z.infer<typeof answered>>;
}> {
	const part = startPart('readers/part.ts', CORE.measured, []);
	const { readers: names, texts } = introduced.parse(JSON.parse(await part.next()));
	return {
		names,
		texts,
		part,
		ask: async (reader, step) => answered.parse(JSON.parse(await part.ask(`${reader} ${step}`))),
	};
}

/** Feeds every reader every `step`-th hostile text and keeps the slowest; with four, each class of sign in one of its frames. */
export async function readHostile(step: number): Promise<Held> {
	const { names, texts, part, ask } = await startReaders();
	let slowest = { name: '', ms: 0, of: '' };
	for (const index of names.keys()) {
		const answer = await ask(index, step);
		if (answer.ms > slowest.ms) slowest = answer;
	}
	await part.end();
	const { name: by, ms: worst, of } = slowest;
	return { readers: names.length, texts: Math.ceil(texts / step), worst, by, of: JSON.stringify(of) };
}
