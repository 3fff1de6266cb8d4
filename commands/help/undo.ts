import { carried } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { takeBack } from '../../src/bot/undo.ts';
import { askCard, doneCard } from '../../src/cards/frames.ts';
import { wishName } from '../../src/cards/wishes.ts';

/** 撤回: takes back the speaker's own last change, as its command declares how. */
export const undo = command({
	name: 'undo',
	words: ['撤回', '撤销', 'undo'],
	who: 'anyone',
	guarded: true,
	doubted(turn, why) {
		const { t } = turn;
		const title = t(why === 'question' ? 'talk.was-asked' : 'talk.was-negated');
		const text = t(why === 'question' ? 'talk.nothing-done' : 'talk.negated-text');
		turn.whisper(askCard(title, text, [{ label: t('undo.button'), action: { command: 'undo', args: {} } }]));
	},
	writes: true,
	undo: 'never',
	purpose: 'undo.purpose',
	examples: [{ say: '撤回', given: ['something done'] }],
	english: ['undo'],
	args: { turn: carried() },
	run(turn, { turn: wanted }, all) {
		const { t } = turn;
		const what = wishName(t, takeBack(turn, all, wanted));
		const text = what ? t('undo.done-what', { what }) : t('undo.done-text');
		turn.say(doneCard({ title: t('undo.done'), text, tone: 'plain' }));
	},
});
