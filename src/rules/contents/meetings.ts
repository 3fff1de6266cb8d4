import { quoted } from './quoted.ts';

const BRANCH_WORK = quoted('branch-work', 'verified', '2018-10-28');
const EDUCATION = quoted('education-2019', 'verified', '2019-05-06');
const ELECTION = quoted('election-2020', 'verified');
const ELECTION_BASE = quoted('election-2020', 'open');
const ANSWERS = quoted('department-answers', 'near-verified');
const OURS = quoted('ours', 'ours');

/** DOMAIN «Rule book»: organisational life, who counts, and what passes. */
export const MEETINGS = {
	'workers-meeting.every': quoted('document-004', 'local').number(3, 'months'),
	'members-meeting.every': BRANCH_WORK.number(3, 'months', 11),
	'committee-meeting.every': BRANCH_WORK.number(1, 'months', 12),
	'committee-meeting.from-members': BRANCH_WORK.number(7, 'people', 12),
	'group-meeting.every': BRANCH_WORK.number(1, 'months', 13),
	'theme-day.every': BRANCH_WORK.number(1, 'months', 16),
	'lecture.every': BRANCH_WORK.number(0, 'months', 16),
	'organisation-life.every': BRANCH_WORK.number(12, 'months', 17),
	'review.every': BRANCH_WORK.number(12, 'months', 18),
	'heart-talk.every': BRANCH_WORK.number(12, 'months', 19),
	'quorum.members': BRANCH_WORK.words(11),
	'quorum.committee': BRANCH_WORK.words(12),
	'quorum.written': BRANCH_WORK.words(11),
	'quorum.no-vote': BRANCH_WORK.words(11),
	'quorum.online': OURS.words(),
	'quorum.election': ELECTION.number(80, 'percent'),
	'quorum.election-base': ELECTION_BASE.words(),
	'expected.no-hard-demands': EDUCATION.words(23),
	'expected.not-counted': ANSWERS.words(),
	'check-in.before': OURS.number(30, 'minutes'),
	'check-in.after': OURS.number(12, 'hours'),
	'roll.within': OURS.number(30, 'days'),
	'roll.correct': OURS.number(7, 'days'),
	'meeting.plan': OURS.words(),
	'meeting.first-alert': OURS.number(14, 'days'),
	'meeting.second-alert': OURS.number(3, 'days'),
	'meeting.last-alert': OURS.number(1, 'days'),
	'meeting.unplanned-first': OURS.number(30, 'days'),
	'meeting.unplanned-second': OURS.number(10, 'days'),
	'meeting.roll': OURS.number(1, 'days'),
};
