import { isWithoutSecretary } from '../../db/duty.ts';
import { rosterOf } from '../../db/roster.ts';
import { branchNamed, theBranch } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { mayLook, whyLooking } from '../../src/bot/looking.ts';
import { listCard } from '../../src/cards/frames.ts';

/** 名册: who belongs to the branch, in private. */
export const viewRoster = command({
	name: 'roster',
	words: ['名册', '花名册', 'roster'],
	who: 'secretary',
	page: 'branch',
	writes: false,
	purpose: 'roster.purpose',
	examples: ['名册'],
	english: ['roster'],
	args: { branch: branchNamed(), why: whyLooking() },
	run(turn, args) {
		const { id, name } = theBranch(turn, args.branch);
		if (!mayLook(turn, [{ what: 'roster', branchId: id }], args.why)) return;
		const members = rosterOf(turn.db, id);
		const { t } = turn;
		const count = (standing: string) => members.filter((member) => member.standing === standing).length;
		const probationary = count('probationary');
		const without = members.filter(({ reachable }) => !reachable).length;
		turn.say(
			listCard(t, {
				title: t('roster.title', { name }),
				intro: t('roster.intro', { count: members.length, full: count('full'), probationary, without }),
				items: members.map((member) =>
					[
						member.name,
						...(member.standing === 'full' ? [] : [t(`standing.${member.standing}`)]),
						...(member.reachable ? [] : [t('roster.no-account')]),
					].join(t('list.dot')),
				),
				empty: t('roster.empty'),
				outro: [
					...(isWithoutSecretary(turn.db, id) ? [t('look.acting', { name })] : []),
					t('roster.how-to-add'),
				].join('\n'),
			}),
		);
	},
});
