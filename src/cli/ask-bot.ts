import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { type OperatorAnswer, type OperatorAsk, operatorAnswers } from '../runtime/asked.ts';
import type { Place } from '../runtime/node/config.ts';
import { DirectoryTaken } from '../runtime/node/data-dir.ts';
import { socketPath } from '../runtime/node/socket.ts';
import { Unreachable } from './unreachable.ts';
import { answerWithoutBot } from './without-bot.ts';

export interface Answered {
	/** Whether a living process answered. */
	readonly running: boolean;
	readonly answer: OperatorAnswer;
}

/** A bot that starts or stops holds the directory for a while without listening, ms. */
const PATIENCE = 5_000;
const AGAIN_AFTER = 100;
const LONGEST_ANSWER = 5_000;

/**
 * Asks the process that works in DATA_DIR; where there is none, takes the directory's lock and does it itself. Throws
 * {@link Unreachable} when neither can be.
 */
export async function askBot(place: Place, ask: OperatorAsk): Promise<Answered> {
	const { DATA_DIR: directory } = place;
	if (!existsSync(directory))
		throw new Unreachable(
			`DATA_DIR: there is no ${directory}; start the bot once, or set DATA_DIR as it has it`,
		);
	const path = socketPath(directory);
	const until = performance.now() + PATIENCE;
	for (;;) {
		const answer = path === undefined ? undefined : await askProcess(path, ask);
		if (answer !== undefined) return { running: true, answer };
		try {
			return { running: false, answer: await answerWithoutBot(place, ask) };
		} catch (error) {
			if (!(error instanceof DirectoryTaken)) throw error;
			if (path === undefined || performance.now() > until) throw taken(directory);
		}
		const { promise, resolve } = Promise.withResolvers<void>();
		setTimeout(resolve, AGAIN_AFTER);
		await promise;
	}
}

function taken(directory: string): Unreachable {
	return new Unreachable(
		`DATA_DIR: ${directory} is in use by a process that can't be asked there; stop it, ask again, and start it`,
	);
}

/** Undefined when nobody listens. */
async function askProcess(path: string, ask: OperatorAsk): Promise<OperatorAnswer | undefined> {
	const { promise, resolve, reject } = Promise.withResolvers<OperatorAnswer | undefined>();
	const asked = request({ socketPath: path, method: 'POST', path: `/${ask}`, timeout: LONGEST_ANSWER });
	asked.on('timeout', () => asked.destroy(new Unreachable('the bot does not answer; its log says more')));
	asked.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET')
			resolve(undefined);
		else if (error.code === 'EACCES')
			reject(new Unreachable(`${path}: is for the user who runs the bot; become that user, or root`));
		else reject(error);
	});
	asked.on('response', (response) => {
		const { statusCode } = response;
		if (statusCode === 200)
			json(response)
				.then((body) => resolve(operatorAnswers[ask].parse(body)))
				.catch(reject);
		else reject(new Unreachable(`the bot could not do it now (${statusCode}); its log says why`));
		if (statusCode !== 200) response.resume();
	});
	asked.end();
	return promise;
}
