import { Temporal } from 'temporal-polyfill';
import { openInvitations } from '../db/meetings.ts';
import { thankOnce } from '../db/people.ts';
import type { SmallTalk } from '../src/bot/registry.ts';
import type { Turn } from '../src/bot/turn.ts';
import type { Button } from '../src/bot/vocabulary/index.ts';
import { answerButtons, meetingLine } from '../src/cards/meeting.ts';
import { CHECK_IN } from '../src/rules/meetings.ts';

const HELLO = /^(你好|您好|在吗|在不在|hi|hello|嗨|早上好|下午好|晚上好|早)[呀啊啦!！。.~?？]*$/i;
const THANKS =
	/^(谢谢|多谢|感谢|辛苦了?|谢了|好的?|好滴|行|可以|收到|知道了?|明白了?|嗯+|ok|okay|thanks|thank you|👍|👌|\[\S{1,6}\])[您你啦了哈呀啊!！。.~]*$/iu;

/** What is answered to words that are no command. */
export const smallTalk: SmallTalk = {
	notUnderstood(turn, text) {
		if (text === '' || HELLO.test(text)) turn.whisper(menuHint(turn));
		else if (THANKS.test(text)) youAreWelcome(turn);
		else if (turn.isPrivate || text.length <= 30) turn.whisper(notUnderstood(turn));
	},

	notWords(turn, form) {
		if (form === 'voice') turn.whisper(turn.t('talk.voice'));
		else if (form === 'sticker') youAreWelcome(turn);
		else turn.whisper(turn.t('talk.no-files'));
	},

	nearest(turn, word, action) {
		turn.whisper({
			title: turn.t('talk.nearest', { word }),
			tone: 'plain',
			body: [
				{ kind: 'text', text: turn.t('talk.nothing-written') },
				{
					kind: 'buttons',
					buttons: [{ label: turn.t('talk.meant', { word }), action, style: 'primary' }, helpButton(turn)],
				},
			],
		});
	},

	doubtful(turn) {
		const open = openInvitations(turn.db, turn.me.id, turn.now - CHECK_IN.after);
		const [sheet] = open;
		if (!sheet) {
			turn.whisper(turn.t('answer.no-meeting'));
			return;
		}
		turn.whisper({
			title: turn.t('talk.doubtful'),
			tone: 'plain',
			body: [
				{
					kind: 'text',
					text: turn.t('talk.doubtful-text', { line: meetingLine(turn.t, sheet, turn.tenant.zone) }),
				},
				{ kind: 'buttons', buttons: answerButtons(turn.t, sheet.id) },
			],
		});
	},
};

/** 「不客气。」 in private, at most once a day; else silence. */
function youAreWelcome(turn: Turn): void {
	const today = Temporal.Instant.fromEpochMilliseconds(turn.now)
		.toZonedDateTimeISO(turn.tenant.zone)
		.toPlainDate();
	if (turn.isPrivate && thankOnce(turn.db, turn.me.id, today.toString()))
		turn.whisper(turn.t('talk.welcome'));
}

function menuHint(turn: Turn) {
	const todo: Button = {
		label: turn.t('greet.todo'),
		action: { command: 'todo', args: {}, opens: true },
		style: 'primary',
	};
	return {
		title: turn.t('talk.hello'),
		tone: 'plain' as const,
		body: [{ kind: 'buttons' as const, buttons: [todo, helpButton(turn)] }],
	};
}

function notUnderstood(turn: Turn) {
	return {
		title: turn.t('talk.not-understood'),
		tone: 'plain' as const,
		body: [
			{ kind: 'text' as const, text: turn.t('talk.not-understood-text') },
			{ kind: 'buttons' as const, buttons: [helpButton(turn)] },
		],
	};
}

function helpButton({ t }: Turn): Button {
	return { label: t('help.button'), action: { command: 'help', args: {}, opens: true } };
}
