import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { countWrongOfficerCode, selfOf, setOfficerCode } from '../../db/app.ts';
import type { Db } from '../../db/database.ts';
import type { Act } from '../../db/ledger.ts';
import { appoint, hasOfficer, personOfAccount } from '../../db/people.ts';

/** Ours: after so many wrong codes the code is void until the next start prints another. */
const MOST_TRIES = 5;

/** Officers of the whole tree from the first start, by open_id; those who are it already stay it. */
export function appointAdmins(db: Db, openIds: readonly string[], now: number): void {
	const act: Act = { turn: `start:${now}`, by: null, command: 'admins', at: now, saidAt: now };
	for (const openId of openIds) {
		const { id } = personOfAccount(db, openId, now);
		appoint(db, act, id, { role: 'officer', branchId: null });
	}
}

/** A fresh six-digit code for the first officer; undefined when there is one already. */
export function newOfficerCode(db: Db): string | undefined {
	if (hasOfficer(db)) return undefined;
	const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
	setOfficerCode(db, hash(code));
	return code;
}

/** Whether this is the code; it works once, and wrong ones use it up. */
export function useOfficerCode(db: Db, code: string): 'right' | 'wrong' | 'void' {
	const { officerCode } = selfOf(db);
	if (officerCode === null) return 'void';
	if (timingSafeEqual(Buffer.from(hash(code)), Buffer.from(officerCode))) {
		setOfficerCode(db, null);
		return 'right';
	}
	if (countWrongOfficerCode(db) < MOST_TRIES) return 'wrong';
	setOfficerCode(db, null);
	return 'void';
}

function hash(code: string): string {
	return createHash('sha256').update(`zhibu officer ${code}`).digest('hex');
}
