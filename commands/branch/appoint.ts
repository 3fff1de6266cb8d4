import { appoint as beginRole, chiefOfficers, dismiss as endRole, meOf } from '../../db/people.ts';
import { anybody, branchHere, carried } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { askIfSure, type Choose, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { sentence } from '../../src/locales/index.ts';
import { beginsWithRole } from '../../src/reading/people.ts';
import { releaseTickets } from '../ticket/notify.ts';
import { isChief, nodeFor, roleArgs, roleLine } from './roles.ts';

/** 设为: notes that somebody holds a role; who holds it is the organisation's decision, not the bot's. */
export const appoint = command({
	name: 'role.appoint',
	words: ['设为', '任命', 'appoint'],
	who: 'officer',
	page: 'branch',
	replies: 'here',
	writes: true,
	undo: 'restore',
	purpose: 'role.appoint-purpose',
	examples: ['设为 书记 @张三', { say: '设为 组织员 @李四 高新区两新党委', given: ['committee'] }],
	glued: beginsWithRole,
	args: roleArgs,
	run(turn, { role, branch, person }) {
		if (!role) throw new Refusal('role.which');
		const at = branch ?? (role === 'officer' ? undefined : branchHere(turn)?.id);
		if (at !== undefined) turn.found('branch', String(at));
		const holder = anybody(turn, person);
		const node = nodeFor(turn, role, at, holder);
		const said = { name: holder.name ?? '', role: turn.t(`role.${role}`), branch: node.name };
		if (!beginRole(turn.db, turn.act(), holder.id, { role, branchId: node.id }))
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

/** 卸任: ends the roles somebody holds in the speaker's part of the tree; with a role or a branch named only those. */
export const dismiss = command({
	name: 'role.dismiss',
	words: ['卸任', '免去', 'dismiss'],
	who: 'officer',
	page: 'branch',
	replies: 'here',
	writes: true,
	undo: 'restore',
	purpose: 'role.dismiss-purpose',
	examples: [
		{ say: '卸任 @张三', given: ['role'] },
		{ say: '卸任 书记 @张三', given: ['role'] },
	],
	glued: () => false,
	args: { ...roleArgs, sure: carried(), name: carried() },
	run(turn, { role, branch, person, sure, name: mentioned = '' }) {
		const holder = anybody(turn, person);
		const held = meOf(turn.db, holder).roles.filter(
			(each) =>
				(role === undefined || each.role === role) &&
				(branch === undefined || each.branchId === branch) &&
				(each.branchId === null ? isChief(turn) : turn.runs(each.branchId)),
		);
		const name = holder.name ?? mentioned;
		const lastChief = held.some(({ branchId }) => branchId === null) && chiefOfficers(turn.db).length === 1;
		if (lastChief) throw new Refusal('role.last-officer', { name });
		if (held.length === 0) throw new Refusal('role.none-held', { name });
		const roles = held.map((each) => roleLine(turn, each)).join(turn.t('list.and'));
		if (sure !== 'yes') throw askFirst(turn, { name, roles });
		for (const each of held) endRole(turn.db, turn.act(), holder.id, each);
		releaseTickets(turn, holder.id);
		turn.say(
			doneCard({
				title: turn.t('role.dismissed'),
				text: turn.t('role.dismissed-text', { name, roles }),
				buttons: [undoButton(turn.t, turn.update.id)],
			}),
		);
	},
});

/** With the role goes the work that hangs on it, so even typed words are asked about. */
function askFirst(turn: Turn, said: { name: string; roles: string }): Choose {
	// Somebody known by a mention only has no name here until the platform tells it.
	turn.found('name', said.name);
	return askIfSure(sentence('role.dismiss-sure', said), {
		yes: turn.t('role.dismiss-yes'),
		no: turn.t('role.dismiss-no'),
	});
}
