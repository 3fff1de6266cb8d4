import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { adminSeeds, seedTold, sowAdmin } from '../../db/admins.ts';
import { selfOf, setOfficerCode } from '../../db/app.ts';
import type { Db } from '../../db/database.ts';
import type { Act } from '../../db/ledger.ts';
import { countWrongCode, forgetWrongCodes, wrongCodesOf } from '../../db/officer-code.ts';
import { appoint, chiefOfficers, hasOfficer, personOfAccount } from '../../db/people.ts';
import type { Log } from './ports.ts';

/** Ours: after so many wrong codes in a row a person is not listened to for {@link LOCKED_FOR}; the code stays good. */
export const MOST_TRIES = 5;
/** Ours, ms: 120 tries a day among a million codes. */
export const LOCKED_FOR = 3_600_000;

/**
 * Makes officers of the whole tree of those whom the setting names, each open_id once: whoever was dismissed since stays
 * dismissed. Where setting and roles differ by now, the log says so once.
 */
export function appointAdmins(
	{ db, log }: { readonly db: Db; readonly log: Log },
	openIds: readonly string[],
	now: number,
): void {
	const act: Act = { turn: `start:${now}`, by: null, command: 'admins', at: now, saidAt: now };
	for (const openId of new Set(openIds)) {
		if (!sowAdmin(db, openId, now)) continue;
		const { id } = personOfAccount(db, openId, now);
		appoint(db, act, id, { role: 'officer', branchId: null });
	}
	tellDifference(db, log, new Set(openIds), now);
}

/** Counted, since the log names nobody. */
function tellDifference(db: Db, log: Log, named: ReadonlySet<string>, now: number): void {
	const chiefs = new Set(chiefOfficers(db).map(({ openId }) => openId));
	const seeds = adminSeeds(db);
	const differing = new Set(seeds.filter(({ openId }) => named.has(openId) !== chiefs.has(openId)));
	const isNews = [...differing].some(({ toldAt }) => toldAt === null);
	for (const seed of seeds) {
		if (differing.has(seed) !== (seed.toldAt !== null))
			seedTold(db, seed.openId, differing.has(seed) ? now : null);
	}
	if (!isNews) return;
	const dismissed = [...differing].filter(({ openId }) => named.has(openId)).length;
	log.warn('admins-differ', {
		namedButDismissed: dismissed,
		officersNotNamed: differing.size - dismissed,
		advice: 'BOT_ADMINS makes officers once; from then on the roles in the bot decide',
	});
}

/** A fresh one-time code at the very first start: while there is no officer, and no code that may still be on its way. */
export function firstOfficerCode(db: Db): string | undefined {
	if (hasOfficer(db) || selfOf(db).officerCode !== null) return undefined;
	return issueOfficerCode(db);
}

/** A fresh six-digit code in the place of any other; only whoever runs the bot may ask for it. */
export function issueOfficerCode(db: Db): string {
	const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
	setOfficerCode(db, hash(code));
	return code;
}

/** Whether this is the code; it works once. Wrong ones lock who sends them out for an hour, and the right one with them. */
export function useOfficerCode(
	db: Db,
	openId: string,
	code: string,
	now: number,
): 'right' | 'wrong' | 'void' | 'locked' {
	const { officerCode } = selfOf(db);
	if (officerCode === null) return 'void';
	if (wrongCodesOf(db, openId, now, LOCKED_FOR) >= MOST_TRIES) return 'locked';
	if (!timingSafeEqual(Buffer.from(hash(code)), Buffer.from(officerCode)))
		return countWrongCode(db, openId, now, LOCKED_FOR) < MOST_TRIES ? 'wrong' : 'locked';
	setOfficerCode(db, null);
	forgetWrongCodes(db, openId);
	return 'right';
}

function hash(code: string): string {
	return createHash('sha256').update(`zhibu officer ${code}`).digest('hex');
}
