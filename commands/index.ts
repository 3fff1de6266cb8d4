import { type Repertoire, repertoire } from '../src/bot/repertoire.ts';
import { answering } from './answer/index.ts';
import { branches } from './branch/index.ts';
import { delivery } from './delivery/index.ts';
import { drafts } from './draft/index.ts';
import { figures } from './figures/index.ts';
import { firstRun } from './first-run/index.ts';
import { floats } from './float/index.ts';
import { basics } from './help/index.ts';
import { smallTalk } from './help/small-talk.ts';
import { laters } from './later/index.ts';
import { meetings } from './meeting/index.ts';
import { notices } from './notice/index.ts';
import { quotas } from './quota/index.ts';
import { reminding } from './reminders/index.ts';
import { rolls } from './roll/index.ts';
import { rosters } from './roster/index.ts';
import { tickets } from './ticket/index.ts';
import { transfers } from './transfer/index.ts';

/** Everything the bot can do, job by job, in the order of the help and of 还差什么. */
export const zhibu: Repertoire = repertoire(
	[
		basics,
		delivery,
		meetings,
		answering,
		rolls,
		firstRun,
		tickets,
		transfers,
		floats,
		reminding,
		figures,
		rosters,
		branches,
		notices,
		quotas,
		drafts,
		laters,
	],
	smallTalk,
);
