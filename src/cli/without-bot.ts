import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { selfOf } from '../../db/app.ts';
import { answerOperator, type OperatorAnswer, type OperatorAsk } from '../runtime/asked.ts';
import { systemClock } from '../runtime/clock.ts';
import type { Place } from '../runtime/node/config.ts';
import { Custody } from '../runtime/node/custody.ts';
import { LOCK, lockDirectory } from '../runtime/node/data-dir.ts';
import { openDatabase } from '../runtime/node/database.ts';
import { GroupCommit } from '../runtime/node/group-commit.ts';
import { pinoLog } from '../runtime/node/operator.ts';
import { Unreachable } from './unreachable.ts';

/** Does it in the database while no process works in it; throws `DirectoryTaken` when one does. */
export async function answerWithoutBot(place: Place, ask: OperatorAsk): Promise<OperatorAnswer> {
	const { DATA_DIR: directory } = place;
	const held = new DisposableStack();
	try {
		const lock = lockDirectory(directory);
		held.defer(() => lock.release());
		const { db, file } = openDatabase(join(directory, databaseIn(place)));
		held.defer(() => void file.close());
		const custody = new Custody(file);
		held.defer(() => custody.close());
		const store = new GroupCommit(file, custody, { committed: () => undefined, voided: () => undefined });
		const startsAt = place.BOT_CLOCK === undefined ? undefined : Date.parse(place.BOT_CLOCK);
		const clock = systemClock(startsAt, selfOf(db).clockFloor);
		return await answerOperator({ db, store, clock, zone: place.BOT_TIMEZONE, log: pinoLog('silent') }, ask);
	} finally {
		held.dispose();
	}
}

/** The app's file; the only one there is while it is not said whose. */
function databaseIn({ DATA_DIR: directory, LARK_APP_ID: appId }: Place): string {
	const files = readdirSync(directory).filter((name) => name.endsWith('.db') && name !== LOCK);
	const wanted = appId === undefined ? files : files.filter((name) => name === `${appId}.db`);
	const [only] = wanted;
	if (only === undefined)
		throw new Unreachable(
			`DATA_DIR: there is no database${appId === undefined ? '' : ` of ${appId}`} in ${directory} yet; start the bot once`,
		);
	if (wanted.length > 1)
		throw new Unreachable(`LARK_APP_ID: is needed, since ${directory} has ${files.join(', ')}`);
	return only;
}
