import { expect, test } from 'vitest';
import type { Db } from '../../db/database.ts';
import { contactedIn, goneIn, lettersEnding } from '../../db/due/floats.ts';
import { touchedAfter } from '../../db/due/look.ts';
import { meetingsBetween } from '../../db/due/meetings.ts';
import { openedBetween, silentBetween } from '../../db/due/tickets.ts';
import { floatsOf, openFloats } from '../../db/floats.ts';
import { looksAt, reasonOn } from '../../db/looks.ts';
import { arrivedAfterAll, openUndelivered, saidIn, undeliveredOf } from '../../db/outbox/index.ts';
import { carriedBy, lastSentTo, messagesSince, ready, readyOf } from '../../db/reminders.ts';
import { rostersOf } from '../../db/roster.ts';
import { scopeOf } from '../../db/scope.ts';
import { ticketFor, ticketOfMessage, ticketsAskedBy, ticketsAtWork, wordsOf } from '../../db/tickets.ts';
import { openTransferOf, openTransfers, transferFor } from '../../db/transfers.ts';
import { openVault } from '../../db/vault.ts';
import { watchedDatabase } from './plans.ts';

const { plansOf } = watchedDatabase();
const vault = openVault(['a key that is long enough for a test']);

const officer = { id: 1, chief: false, officerOf: [1, 2], secretaryOf: [], managed: [], rolesIn: [1] };
const chief = { id: 1, chief: true, officerOf: [1, 2], secretaryOf: [], managed: [], rolesIn: [] };
const secretary = { id: 1, chief: false, officerOf: [], secretaryOf: [2], managed: [], rolesIn: [2] };
const spans = [{ after: '2026-05-20', until: '2026-05-21' }];
const moments = { from: 0, until: 1 };
const WORK = ['open', 'taken', 'done'] as const;

test.each<[string, (db: Db) => void, string]>([
	[
		'what an officer looks after',
		(db) => scopeOf(db, { id: 1, roles: [{ role: 'officer', branchId: 1 }] }),
		'branch_parent',
	],
	[
		'what a secretary looks after',
		(db) => scopeOf(db, { id: 1, roles: [{ role: 'secretary', branchId: 1 }] }),
		'PRIMARY KEY',
	],
	['名册', (db) => rostersOf(db, [1, 2]), 'membership_branch'],
	['流动', (db) => openFloats(db, vault, [1, 2]), 'float_branch'],
	['the own floats', (db) => floatsOf(db, vault, 1), 'float_person'],
	['转接 from', (db) => openTransfers(db, vault, [1, 2]), 'transfer_from'],
	['转接 to', (db) => openTransfers(db, vault, [1, 2]), 'transfer_to'],
	['the own transfer', (db) => openTransferOf(db, vault, 1), 'transfer_person'],
	['one transfer', (db) => transferFor(db, vault, 1, 1, [1, 2]), 'PRIMARY KEY'],
	['the own requests', (db) => ticketsAskedBy(db, 1, 20), 'ticket_requester'],
	['求助单 of an officer', (db) => ticketsAtWork(db, vault, officer, WORK), 'ticket_duty'],
	['求助单 of a chief officer', (db) => ticketsAtWork(db, vault, chief, WORK), 'ticket_duty'],
	['求助单 of a secretary', (db) => ticketsAtWork(db, vault, secretary, WORK), 'ticket_assignee'],
	['one ticket', (db) => ticketFor(db, vault, officer, 1), 'PRIMARY KEY'],
	['the ticket of a message', (db) => ticketOfMessage(db, 'om_1'), 'ticket_message'],
	['what was written', (db) => wordsOf(db, vault, 1, 6), 'ticket_word_ticket'],
	['who went', (db) => goneIn(db, spans, 0, 200), 'float_since'],
	['no contact', (db) => contactedIn(db, spans, 0, 200), 'float_contacted'],
	['letters that end', (db) => lettersEnding(db, spans, 0, 200), 'transfer_letter'],
	['not taken', (db) => openedBetween(db, moments, 0, 200), 'ticket_open'],
	['silent', (db) => silentBetween(db, moments, 0, 200), 'ticket_taken'],
	['meetings', (db) => meetingsBetween(db, moments, 0, 200), 'meeting_state_start'],
	['what changed', (db) => touchedAfter(db, 1, 200), 'PRIMARY KEY'],
	['reminders to go out', (db) => ready(db, 1, 200), 'reminder_ready'],
	['those of a person', (db) => readyOf(db, 1, 1), 'reminder_'],
	['how many this week', (db) => messagesSince(db, 1, 1), 'reminder_person'],
	['what a message carries', (db) => carriedBy(db, 'digest:1:2026-11-23'), 'reminder_turn'],
	['还差什么 of what was not delivered', (db) => openUndelivered(db, 'ou_1'), 'undelivered_by'],
	['what of one Turn was not', (db) => undeliveredOf(db, 'turn'), 'undelivered_turn'],
	['what an arrival settles', (db) => arrivedAfterAll(db, 'chat:oc_1', 'meeting:1', 1), 'undelivered_lane'],
	['how far a Turn is', (db) => saidIn(db, 'turn'), 'outbox_turn'],
	['who looked at somebody', (db) => looksAt(db, vault, 1), 'look_branch'],
	['why somebody looks today', (db) => reasonOn(db, vault, 1, 1, '2026-11-21'), 'look_by'],
	['the last one', (db) => lastSentTo(db, 1), 'reminder_person'],
])('%s: never walks through a table', (_name, ask, index) => {
	const plans = plansOf(ask);
	expect(plans.length).toBeGreaterThan(0);
	for (const { steps, scans } of plans) expect(scans, steps.join('\n')).toEqual([]);
	expect(plans.flatMap(({ steps }) => steps).join('\n')).toContain(index);
});
