import { chiefOfficers, meOf, dismiss as write } from '../../db/people.ts';
import { thePerson } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { releaseTickets } from '../ticket/release.ts';
import { isChief, roleArgs, roleLine } from './roles.ts';

/** 卸任: ends the roles somebody holds in the speaker's part of the tree; with a role or a branch named only those. */
export const dismiss = command({
	name: 'role.dismiss',
	words: ['卸任', '免去', 'dismiss'],
	who: 'officer',
	page: 'branch',
	answers: 'here',
	undo: 'restore',
	purpose: 'role.dismiss-purpose',
	examples: ['卸任 @张三', '卸任 书记 @张三'],
	glued: () => false,
	args: roleArgs,
	run(turn, { role, branch, person }) {
		const args = { ...(role ? { role } : {}), ...(branch === undefined ? {} : { branch: String(branch) }) };
		const holder = thePerson(turn, person, 'role.dismiss', args);
		const held = meOf(turn.db, holder).roles.filter(
			(each) =>
				(role === undefined || each.role === role) &&
				(branch === undefined || each.branchId === branch) &&
				(each.branchId === null ? isChief(turn) : turn.runs(each.branchId)),
		);
		const name = holder.name ?? '';
		const lastChief = held.some(({ branchId }) => branchId === null) && chiefOfficers(turn.db).length === 1;
		if (lastChief) throw new Refusal('role.last-officer', { name });
		if (held.length === 0) throw new Refusal('role.none-held', { name });
		for (const each of held) write(turn.db, turn.act(), holder.id, each);
		releaseTickets(turn, holder.id);
		const lines = held.map((each) => roleLine(turn, each));
		turn.say(
			doneCard({
				title: turn.t('role.dismissed'),
				text: turn.t('role.dismissed-text', { name, roles: lines.join(turn.t('list.and')) }),
				buttons: [undoButton(turn.t, turn.update.id)],
			}),
		);
	},
});
