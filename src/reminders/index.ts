import { timetableOf } from '../bot/timetable/index.ts';
import { aloneCard, digestCard } from '../cards/reminder.ts';
import { whichWhyCard, whyCard } from '../cards/why.ts';
import { contact } from './contact.ts';
import { letter } from './letter.ts';
import { meetingAhead } from './meeting-ahead.ts';
import { planQuarter } from './plan-quarter.ts';
import { rollOpen } from './roll-open.ts';
import { ticketNotTaken, ticketNotTakenOwn } from './ticket-not-taken.ts';
import { ticketSilent } from './ticket-silent.ts';
import { transferDue } from './transfer-due.ts';
import { unplanned } from './unplanned.ts';

/** The whole timetable: what the bot says unasked. When and to whom stands in each file; the numbers in the rule book. */
const reminders = [
	// The quarter's first workday: what has to be planned → secretaries; the workers' meeting → the committee's officers.
	planQuarter,
	// 30 and 10 days before a period's end, required and nothing planned → the same.
	unplanned,
	// 14, 3 and 1 days before a workers' meeting, 1 day before any other → who is invited and has not said no.
	meetingAhead,
	// The day after: the roll is open → secretary.
	rollOpen,
	// Away for 5 months, 6, then weekly four times, then monthly → secretary; from 6 on the officer above too.
	transferDue,
	// 15 and 3 days before a letter ends, and on the day → the member, and both sides.
	letter,
	// Half a year without contact → secretary.
	contact,
	// Nobody has taken it for a workday → who is on duty, and the requester.
	ticketNotTaken,
	ticketNotTakenOwn,
	// No word for 7 days → who has taken it.
	ticketSilent,
];

export const timetable = timetableOf(reminders, { digestCard, aloneCard, whyCard, whichWhyCard });
