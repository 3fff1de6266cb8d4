import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { zhibu } from '../commands/index.ts';
import { knock } from '../src/bot/knock.ts';
import { timetable } from '../src/reminders/index.ts';
import { assemble, knockThrough } from '../src/runtime/bot.ts';
import { systemClock } from '../src/runtime/clock.ts';
import { Custody } from '../src/runtime/node/custody.ts';
import { openDatabase } from '../src/runtime/node/database.ts';
import { GroupCommit } from '../src/runtime/node/group-commit.ts';
import { pinoLog, promMetrics } from '../src/runtime/node/operator.ts';
import { quantile } from './median.ts';
import { buildVillage, DATA_KEY, PEOPLE } from './village.ts';

const DAY = 86_400_000;

export interface Knocked {
	readonly cases: number;
	/** Milliseconds of one knock, its commit included. */
	readonly p50: number;
	readonly p95: number;
}

/** A knock while so many cases are open and nothing is due. */
export async function knockIdle(cases: number, knocks: number): Promise<Knocked> {
	const directory = mkdtempSync(join(tmpdir(), 'zhibu-knock-'));
	const path = join(directory, 'knock.db');
	buildVillage(path);
	const { db, file } = openDatabase(path);
	openCases(file, cases);
	const log = pinoLog('silent');
	const store = new GroupCommit(file, new Custody(file), {
		committed: () => undefined,
		voided: () => undefined,
	});
	const bot = assemble({
		db,
		store,
		log,
		dataKeys: [DATA_KEY],
		clock: systemClock(undefined, 0),
		zone: 'Asia/Shanghai',
		locale: 'zh-CN',
		metrics: promMetrics(),
		repertoire: zhibu,
		timetable,
	});
	await knockThrough(bot, () => undefined);
	const times: number[] = [];
	for (let each = 0; each < knocks; each++) {
		const started = performance.now();
		await store.commit(() => knock(bot));
		times.push(performance.now() - started);
	}
	file.close();
	rmSync(directory, { recursive: true });
	return { cases, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** A third each: people away since today, transfers whose letter is new, tickets just taken; and what surrounds them. */
function openCases(file: Database.Database, cases: number): void {
	const now = Date.now();
	const today = new Date(now).toISOString().slice(0, 10);
	const numbers = (step: number) => `with recursive n(i, p, b) as (
		select 0, 1, 2 union all select i + ${step}, 1 + (i + ${step}) % ${PEOPLE}, 2 + (i + ${step}) % 60 from n where i + ${step} < ${cases})`;
	file.exec(`BEGIN;
		${numbers(3)} insert into float (person_id, branch_id, direction, place, since, until, consent_at, registered_by, registered_at, state, contacted_on)
			select p, b, 'out', '', '${today}', '2099-12-31', ${now}, p, ${now}, 'open', '${today}' from n;
		${numbers(3)} insert into transfer (person_id, from_branch_id, from_name, to_name, stage, stage_on, letter_on, letter_until, started_by, started_at)
			select p, b, '', '', 'letter', '${today}', '${today}', '2099-12-31', p, ${now} from n;
		${numbers(3)} insert into ticket (requester_id, branch_id, category, route, duty_branch_id, story, state, assignee_id, opened_at, taken_at, last_word_at)
			select p, b, 'other', 'branch', b, '', 'taken', p, ${now}, ${now}, ${now} from n;
		${numbers(1)} insert into card (message_id, key, chat_id, sent_at) select 'om_' || i, 'float:' || i, 'oc', ${now} from n;
		${numbers(1)} insert into question (person_id, chat_id, command, args, expires_at) select p, 'oc_' || i, 'x', '{}', ${now + DAY} from n;
		${numbers(1)} insert into poison (reference, event_id, at, "update", error) select i, i, ${now}, '', '' from n;
		${numbers(1)} insert into inbox (event_id, received_at) select 'e' || i, ${now} from n;
		COMMIT`);
}
