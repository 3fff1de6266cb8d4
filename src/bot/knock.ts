import { purgeDrafts } from '../../db/drafts.ts';
import { purgeAnswers, purgeInbox } from '../../db/inbox.ts';
import { forgetImages } from '../../db/ledger.ts';
import { purgeCards, purgeOutbox, purgeUndelivered } from '../../db/outbox/index.ts';
import { purgeQuestions } from '../../db/questions.ts';
import { keepHour } from './hour.ts';
import { tellOfficers } from './operator.ts';
import { watchQuota } from './quota.ts';
import type { Bot } from './repertoire.ts';
import { rewrap } from './rewrap.ts';
import { look, release } from './timetable/index.ts';

const DAY = 24 * 3_600_000;
/** Ours: an event id is remembered for 7 days, far longer than the platform's 7.1 hours of trying again. */
const REMEMBER_EVENTS = 7 * DAY;
/** Ours: no repeat comes after the 7.1 hours; what was answered may quote people, and goes with what the ledger keeps. */
const REPEAT_ANSWERS = DAY;
const KEEP_FINISHED = 7 * DAY;
/** FEISHU.md: cards can be used and changed for 14 days. */
const CARDS_LIVE = 14 * DAY;

/**
 * Once at start and once a minute, inside a transaction: what is past keeping is forgotten, what has fallen due is decided
 * and handed to the outbox. Nothing while the hour is doubted. True when there is more than fits into one transaction: knock again.
 */
export function knock(bot: Bot): boolean {
	const { db, clock } = bot;
	if (clock.setting?.doubted()) return false;
	keepHour(bot);
	const now = clock.now();
	purgeInbox(db, now - REMEMBER_EVENTS);
	purgeAnswers(db, now - REPEAT_ANSWERS);
	purgeOutbox(db, now - KEEP_FINISHED);
	purgeUndelivered(db, now - KEEP_FINISHED);
	purgeCards(db, now - CARDS_LIVE);
	purgeQuestions(db, now);
	purgeDrafts(db, now);
	forgetImages(db, now);
	watchQuota(bot);
	tellOfficers(bot);
	const told = look(bot) && release(bot);
	return !(rewrap(bot) && told);
}
