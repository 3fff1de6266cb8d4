import { answerWith, tell } from '../process.ts';
import { exportedReaders } from './exported.ts';
import { spokenReaders } from './spoken.ts';
import { hostileTexts } from './texts.ts';

/**
 * A process that tells how many readers it has, and then answers `<reader> <step>` with what every so many-th text cost that reader: its
 * name, the worst time in ms and the text that took it. Whoever asks may kill it when it does not answer.
 */
const { readers: spoken } = spokenReaders();
const readers = [...(await exportedReaders()), ...spoken];
const texts = hostileTexts();

/** Measured again when it seems slow: what is compiled or collected meanwhile is nobody's fault. */
const SLOW_MS = 10;

answerWith((question) => {
	const [index = 0, step = 1] = question.split(' ').map(Number);
	const reader = readers[index];
	if (!reader) throw new Error(`no reader ${index}`);
	let worst = { ms: 0, of: '' };
	for (const { of, text } of texts.filter((_, at) => (at + index) % step === 0)) {
		let ms = took(() => reader.read(text));
		for (let again = 0; again < 2 && ms > SLOW_MS; again++)
			ms = Math.min(
				ms,
				took(() => reader.read(text)),
			);
		if (ms > worst.ms) worst = { ms, of };
	}
	return JSON.stringify({ name: reader.name, ...worst });
});
tell(JSON.stringify({ readers: readers.map(({ name }) => name), texts: texts.length }));

/** Processor time of this thread, ms: others may be busy beside it. */
function took(work: () => unknown): number {
	const began = process.threadCpuUsage();
	work();
	const { user, system } = process.threadCpuUsage(began);
	return (user + system) / 1000;
}
