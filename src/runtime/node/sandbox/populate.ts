import type { Feishu } from '../../../../sandbox/platform/index.ts';
import type { Township } from '../../../../sandbox/township/index.ts';

/** Gives everybody of the township an account and sits them in their groups, the officer in the new branch's too. */
export function populate(feishu: Feishu, { committee, officer, branches }: Township): void {
	const { openId, name, note } = officer;
	feishu.addAccount({ openId, name, note });
	feishu.privateChat(openId);
	const secretaries: string[] = [];
	for (const { members, chatId, name: branchName, fresh } of branches) {
		const seated = members.flatMap((member) => (member.openId ? [{ ...member, openId: member.openId }] : []));
		for (const member of seated) {
			feishu.addAccount({ openId: member.openId, name: member.name, note: member.note });
			feishu.privateChat(member.openId);
		}
		const ids = seated.map((member) => member.openId);
		if (ids[0]) secretaries.push(ids[0]);
		feishu.addGroup({ chatId, name: branchName, members: fresh ? [openId, ...ids] : ids, hasBot: true });
	}
	feishu.addGroup({
		chatId: committee.chatId,
		name: committee.name,
		members: [openId, ...secretaries],
		hasBot: true,
	});
}
