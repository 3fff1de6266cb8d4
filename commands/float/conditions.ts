import { floatById, openFloatOf } from '../../db/floats.ts';
import { openTransferOf } from '../../db/transfers.ts';
import type { Condition } from '../../src/bot/view.ts';
import { localDate } from '../../src/rules/dates.ts';
import { clockState, contactDue } from '../../src/rules/floats.ts';
import { exemptOver } from '../../src/rules/transfers.ts';

/**
 * Whether somebody away (the subject is the person) still has a transfer to begin: the clock says so, and nothing is under
 * way or put off.
 */
export const transferToBegin: Condition = {
	name: 'transfer-to-begin',
	holds({ db, now, zone }, subject) {
		const away = openFloatOf(db, Number(subject));
		const today = localDate(now, zone);
		const begun = away && openTransferOf(db, away.personId);
		if (!away || (begun && !exemptOver(begun, today))) return false;
		return clockState(away.since, today) !== 'running';
	},
};

/** Whether the branch still has to be in touch with somebody away; the subject is the entry. */
export const contactToMake: Condition = {
	name: 'contact-to-make',
	holds({ db, now, zone }, subject) {
		const away = floatById(db, Number(subject));
		if (away?.state !== 'open') return false;
		return contactDue(away.since, away.contactedOn) <= localDate(now, zone);
	},
};
