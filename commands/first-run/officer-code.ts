import { z } from 'zod';
import { appoint } from '../../db/people.ts';
import { command } from '../../src/bot/command.ts';
import { useOfficerCode } from '../../src/bot/first-officer.ts';
import { doneCard, opens } from '../../src/cards/frames.ts';
import { isSixFigures, readSixFigures } from '../../src/reading/numbers.ts';
import { askForHost } from '../notice/host.ts';

/** 管理码: whoever can read the operator's terminal becomes an officer; the first one so. */
export const officerCode = command({
	name: 'officer-code',
	words: ['管理码', '管理員碼', 'admin code'],
	who: 'anyone',
	page: 'branch',
	writes: true,
	undo: 'never',
	purpose: 'officer-code.purpose',
	examples: [{ say: '管理码 482913', given: ['code'] }],
	glued: isSixFigures,
	args: {
		code: {
			schema: z.string().regex(/^\d{6}$/),
			read: (said) => said.takeRead(readSixFigures)?.figures,
			question: 'officer-code.ask',
		},
	},
	run(turn, { code }) {
		const used = useOfficerCode(turn.db, turn.me.openId ?? '', code, turn.now);
		if (used !== 'right') {
			// Said, not thrown: the wrong try has to stay counted.
			turn.refuse(turn.t(`officer-code.${used}`));
			return;
		}
		appoint(turn.db, turn.act(), turn.me.id, { role: 'officer', branchId: null });
		const { t } = turn;
		turn.say(
			doneCard({
				title: t('officer-code.welcome'),
				text: t('officer-code.first-steps'),
				buttons: [opens(t('help.button'), 'help', {}, 'primary')],
			}),
		);
		turn.say(t('officer-code.where-it-runs'));
		askForHost(turn);
	},
});
