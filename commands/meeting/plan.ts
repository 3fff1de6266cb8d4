import { plan } from '../../db/meetings.ts';
import { branch, branchNamed, carried, theBranch, whenIfSaid } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { receiptKey } from '../../src/bot/courier/end.ts';
import { draftKey } from '../../src/bot/drafts.ts';
import { whyLooking } from '../../src/bot/looking.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { askCard } from '../../src/cards/frames.ts';
import { planForm } from '../../src/cards/meeting.ts';
import type { Doubt } from '../../src/reading/hear/index.ts';
import { beginsWithWhen, KIND_WORDS } from '../../src/reading/meeting.ts';
import { invitesOf, type MeetingKind } from '../../src/rules/meetings.ts';
import { amendPlan } from './amend.ts';
import { announce, plannedView } from './announce.ts';
import { instantsOf, kinds, place, planDoubt, topic, unused } from './args.ts';
import { takeBackPlan } from './cancel.ts';
import { numberedMeeting } from './find.ts';
import { meetingMeant } from './meant.ts';
import { planPreview } from './preview.ts';
import { showAhead, showMeeting } from './sheet.ts';

/** 会议: with a time it plans one; with a number it shows one; with neither it shows what is ahead. */
export const meeting = command({
	name: 'meeting',
	words: ['会议', '近期会议', '开会', ...Object.keys(KIND_WORDS), 'meeting'],
	who: 'anyone',
	page: 'meetings',
	reads: 'word',
	amends: amendPlan,
	showsFirst: true,
	asks: { 'meeting:ask': ['meeting'] },
	doubted: askedAbout,
	writes: true,
	undo: takeBackPlan,
	purpose: 'meeting.purpose',
	examples: [
		{ say: '会议 下周三下午3点 二楼会议室 学习讨论', given: [], by: 'secretary' },
		{ say: '主题党日 周五下午3点 二楼', given: [], by: 'secretary' },
		'会议',
		{ say: '会议 #3', given: ['invitation'] },
	],
	glued: beginsWithWhen,
	args: {
		meeting: meetingMeant(),
		kinds,
		when: whenIfSaid(),
		branch: branch(),
		doubt: planDoubt,
		place,
		topic,
		unused,
		why: whyLooking(),
		sure: carried(),
	},
	run(turn, { meeting: id, doubt, sure, why, unused: left, ...args }) {
		if (doubt === 'called-off') throw new Refusal('meeting.not-planned');
		if (id !== undefined) {
			showMeeting(turn, numberedMeeting(turn, id), why);
			return;
		}
		const { kinds, place, topic, when } = args;
		const named = kinds.length > 0 || ((place !== undefined || topic !== undefined) && doubt !== 'asked');
		if (when === undefined && !(named && turn.managed.length > 0)) {
			showAhead(turn);
			return;
		}
		if (turn.managed.length === 0) throw new Refusal('refuse.not-secretary');
		if (when !== undefined && doubt === 'either') throw new Refusal('meeting.several', { when });
		planAll(turn, args, { seen: sure === 'yes', left });
	},
});

/** 会议几点开吗: nothing is planned; a tap shows what is ahead. */
function askedAbout(turn: Turn, why: Doubt): void {
	const { t } = turn;
	const ahead = { label: t('greet.meetings'), action: { command: 'meeting', args: {} } };
	const asked = why === 'question';
	const title = t(asked ? 'talk.was-asked' : 'talk.was-negated');
	turn.whisper(askCard(title, t(asked ? 'talk.nothing-done' : 'talk.negated-text'), [ahead]));
}

interface Wanted {
	readonly kinds: readonly MeetingKind[];
	readonly when?: string;
	readonly branch?: number;
	readonly place?: string;
	readonly topic?: string;
}

interface Looked {
	/** The preview was seen. */
	readonly seen: boolean;
	/** Words of the sentence that nothing was made of. */
	readonly left?: string;
}

/** One meeting, or each of several: written down at once, and given up again unless its author has seen what it will look like. */
function planAll(turn: Turn, { when, branch: named, kinds, ...words }: Wanted, { seen, left }: Looked): void {
	const { at, open } = instantsOf(turn, when);
	const node = theBranch(turn, named);
	const counted = kinds.length > 0 ? kinds : (['other'] as const);
	const plot = { ...words, branchId: node.id, kinds: counted, invites: invitesOf(counted) };
	const sheets = at.map((startsAt) => plan(turn.db, turn.act(), { ...plot, startsAt }));
	if (!seen) throw planPreview(turn, sheets, { unused: left, open: open === true });
	for (const sheet of sheets) announce(turn, sheet);
	const ids = sheets.map(({ id }) => id);
	// The last of them arrives last.
	const about = receiptKey(`meeting:${ids.at(-1)}`);
	turn.say(plannedView.of({ meetings: ids.join(), turn: turn.update.id }), { about });
}

/** A form to fill, for those who don't like to type a line. */
export const meetingForm = command({
	name: 'meeting.form',
	words: ['安排会议', '召集会议'],
	who: 'secretary',
	page: 'meetings',
	writes: false,
	purpose: 'meeting.form-purpose',
	examples: ['安排会议'],
	args: { branch: branchNamed() },
	run(turn, args) {
		const node = theBranch(turn, args.branch);
		const begun = turn.drafted(turn.draft);
		turn.say(planForm(turn.t, node, begun?.args, begun?.id), begun && { about: draftKey(begun.id) });
	},
});
