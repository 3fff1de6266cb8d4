import { appoint as write } from '../../db/people.ts';
import { branchHere, thePerson } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { releaseTickets } from '../ticket/release.ts';
import { nodeFor, roleArgs } from './roles.ts';

/** 设为: notes that somebody holds a role; who holds it is the organisation's decision, not the bot's. */
export const appoint = command({
	name: 'role.appoint',
	words: ['设为', '任命', 'appoint'],
	who: 'officer',
	page: 'branch',
	answers: 'here',
	undo: 'restore',
	purpose: 'role.appoint-purpose',
	examples: ['设为 书记 @张三', '设为 组织员 @李四 高新区两新党委'],
	glued: (rest) => /^(书记|支部书记|委员|组织员|指导员|联络员)[\s@]/.test(rest),
	args: roleArgs,
	run(turn, { role, branch, person }) {
		if (!role) throw new Refusal('role.which');
		const at = branch ?? (role === 'officer' ? undefined : branchHere(turn)?.id);
		const args = { role, ...(at === undefined ? {} : { branch: String(at) }) };
		const holder = thePerson(turn, person, 'role.appoint', args);
		const node = nodeFor(turn, role, at, holder);
		const said = { name: holder.name ?? '', role: turn.t(`role.${role}`), branch: node.name };
		if (!write(turn.db, turn.act(), holder.id, { role, branchId: node.id }))
			throw new Refusal('role.already', said);
		releaseTickets(turn, holder.id);
		if (holder.id !== turn.me.id)
			turn.notify(holder.id, doneCard({ title: turn.t('role.told-title'), text: turn.t('role.told', said) }));
		turn.say(
			doneCard({
				title: turn.t('role.appointed'),
				text: turn.t('role.appointed-text', said),
				buttons: [undoButton(turn.t, turn.update.id)],
			}),
		);
	},
});
