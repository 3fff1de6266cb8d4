import { quoted } from './quoted.ts';

const BRANCH_WORK = quoted('branch-work', 'verified', '2018-10-28');
const TERMS = quoted('terms-2018', 'verified', '2018-07-12');
const DEVELOPMENT = quoted('development-2026', 'open');
const CUSTOM = quoted('local-custom', 'local');
const FORMATION = quoted('documents-formation', 'local');
const DOCUMENT_003 = quoted('document-003', 'local');

/** DOMAIN «Rule book»: size, terms, formation, and the development of members. */
export const ORGANISATIONS = {
	'term.branch': TERMS.number(3, 'years'),
	'term.committee': TERMS.number(5, 'years'),
	'term.reminded': TERMS.number(6, 'months'),
	'term.shifted': TERMS.number(1, 'years'),
	'size.branch': BRANCH_WORK.number(3, 'people', 4),
	'size.joint-units': BRANCH_WORK.number(5, 'organisations', 5),
	'size.branch-most': BRANCH_WORK.number(50, 'people', 4),
	'size.general-branch': CUSTOM.number(50, 'people'),
	'size.committee': CUSTOM.number(100, 'people'),
	'formation.instructor': FORMATION.words(),
	'formation.member-from': FORMATION.number(50, 'people'),
	'formation.organisation-from': FORMATION.number(100, 'people'),
	'instructor.organisations': DOCUMENT_003.number(2, 'organisations'),
	'report.every': DOCUMENT_003.number(6, 'months'),
	'declaration.every': quoted('document-002', 'local').number(12, 'months'),
	'activists.by-staff': DOCUMENT_003.words(),
	'activists.by-branch': quoted('document-004', 'local').words(),
	'leadership.family': DOCUMENT_003.number(50, 'percent'),
	'development.age': DEVELOPMENT.number(18, 'years', 5, 6),
	'development.talk': DEVELOPMENT.number(1, 'months', 7),
	'development.contacts': DEVELOPMENT.number(2, 'people', 8, 9),
	'development.examined': DEVELOPMENT.number(6, 'months', 11),
	'development.candidate': DEVELOPMENT.number(12, 'months', 13),
	'development.notice': DEVELOPMENT.number(5, 'workdays', 13),
	'development.sponsors': DEVELOPMENT.number(2, 'people', 14),
	'development.training': DEVELOPMENT.number(3, 'days', 17),
	'development.training-hours': DEVELOPMENT.number(24, 'hours', 17),
	'development.pre-examination': DEVELOPMENT.words(14, 16, 17, 18),
	'development.meeting': DEVELOPMENT.number(1, 'months', 19, 20, 21, 22),
	'development.vote': DEVELOPMENT.words(19, 20, 21, 22),
	'development.approval': DEVELOPMENT.number(3, 'months', 25),
	'development.approval-special': DEVELOPMENT.number(6, 'months', 25),
	'development.oath': DEVELOPMENT.number(1, 'months', 29),
	'development.probation': DEVELOPMENT.number(12, 'months', 31),
	'development.extended-least': DEVELOPMENT.number(6, 'months', 32),
	'development.extended-most': DEVELOPMENT.number(12, 'months', 32),
	'development.full': DEVELOPMENT.words(32),
	'development.full-approval': DEVELOPMENT.number(3, 'months', 33),
};
