import { quoted } from './quoted.ts';

const EDUCATION = quoted('education-2019', 'verified', '2019-05-06');
const FLOATING = quoted('floating-2024', 'verified', '2024-11-11');
const PAPERS = quoted('paper-circulars', 'verified');
const LETTER = quoted('paper-circulars', 'open');
const OURS = quoted('ours', 'ours');

/** DOMAIN «Rule book»: floating members, papers, transfers and letters. */
export const MOVES = {
	'transfer.moved': EDUCATION.words(25),
	'transfer.due': EDUCATION.number(6, 'months', 25),
	'transfer.where': quoted('circular-2004-10', 'verified').words(4),
	'transfer.responsible': EDUCATION.words(25),
	'transfer.heads-up': OURS.number(5, 'months'),
	'transfer.weekly': OURS.number(4, 'times'),
	'transfer.no-letter': OURS.number(14, 'days'),
	'transfer.no-receipt': OURS.number(1, 'months'),
	'float.from': FLOATING.number(6, 'months'),
	'paper.none-until': PAPERS.number(3, 'months'),
	'paper.certificate-until': PAPERS.number(6, 'months'),
	'paper.activity-card': PAPERS.words(),
	'paper.online-first': PAPERS.words(),
	'letter.issuer': LETTER.words(),
	'letter.longest': LETTER.number(3, 'months'),
	'letter.valid': quoted('local-custom', 'local').number(30, 'days'),
	'letter.receipt': PAPERS.number(1, 'months'),
	'letter.first-alert': OURS.number(15, 'days'),
	'letter.second-alert': OURS.number(3, 'days'),
	'letter.last-alert': OURS.number(0, 'days'),
	'contact.inland': EDUCATION.words(32),
	'contact.abroad': EDUCATION.number(6, 'months', 34),
	'contact.every': OURS.number(6, 'months'),
};
