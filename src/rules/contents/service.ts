import { quoted } from './quoted.ts';

const OURS = quoted('ours', 'ours');
const WORK_INJURY = quoted('work-injury', 'open');

/** DOMAIN «Rule book»: help, reminders, figures, what is kept, and the time limits of labour matters. */
export const SERVICE = {
	'ticket.not-taken': OURS.number(1, 'workdays'),
	'ticket.silent': OURS.number(7, 'days'),
	'labour.arbitration': quoted('labour-arbitration', 'open').number(1, 'years', 27),
	'labour.inspection': quoted('labour-inspection', 'open').number(2, 'years', 20),
	'labour.injury-employer': WORK_INJURY.number(30, 'days', 17),
	'labour.injury-worker': WORK_INJURY.number(1, 'years', 17),
	'reminders.member-cap': OURS.number(2, 'times-a-week'),
	'reminders.longest-pause': OURS.number(90, 'days'),
	'reminders.day-begins': OURS.number(8 * 60 + 30, 'minute-of-day'),
	'reminders.day-ends': OURS.number(20 * 60, 'minute-of-day'),
	'figures.fewest-told': OURS.number(5, 'times'),
	'kept.leave-reasons': OURS.number(30, 'days'),
	'kept.stories': OURS.number(1, 'years'),
	'kept.transfers': OURS.number(3, 'years'),
	'kept.figures': OURS.words(),
};
