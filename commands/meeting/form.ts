import { branchNamed, theBranch } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { planForm } from '../../src/cards/meeting-form.ts';

/** A form to fill, for those who don't like to type a line. */
export const meetingForm = command({
	name: 'meeting.form',
	words: ['安排会议', '召集会议'],
	who: 'secretary',
	page: 'meetings',
	undo: 'none',
	purpose: 'meeting.form-purpose',
	examples: ['安排会议'],
	args: { branch: branchNamed() },
	run(turn, args) {
		const node = theBranch(turn, args.branch, 'meeting.form', {});
		turn.say(planForm(turn.t, node));
	},
});
