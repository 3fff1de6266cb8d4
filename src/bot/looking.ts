import { z } from 'zod';
import { branchById } from '../../db/branches.ts';
import { noteLook, reasonOn, type Sight } from '../../db/looks.ts';
import type { PlainKey } from '../locales/index.ts';
import { isSecretaryOf } from '../rules/roles.ts';
import type { Arg } from './command.ts';
import type { Turn } from './turn.ts';

/** Why an officer looks at names; the command that shows them carries it. */
export function whyLooking(): Arg<string | undefined> {
	return { schema: z.string().trim().min(1).optional(), longest: 100 };
}

const REASONS: readonly PlainKey[] = ['look.check', 'look.prepare', 'look.asked'];

/**
 * Whether these names may be shown now: to a branch's own secretary always; to an officer once they have said why, once a day and
 * branch. Else it is asked, and the answer says the same command again. What is shown is noted for those whose names they are.
 */
export function mayLook(turn: Turn, sights: readonly Sight[], why: string | undefined): boolean {
	const others = sights.filter(({ branchId }) => !isSecretaryOf(turn.me.roles, branchId));
	const { db, vault, me, today } = turn;
	const said = new Map(
		others.map((sight) => [sight, reasonOn(db, vault, me.id, sight.branchId, today) ?? why] as const),
	);
	const open = others.filter((sight) => said.get(sight) === undefined);
	if (open.length > 0) {
		askWhy(turn, open);
		return false;
	}
	for (const [sight, reason] of said)
		if (reason !== undefined) noteLook(db, turn.lookAct(), vault, sight, today, reason);
	return true;
}

function askWhy(turn: Turn, [first, ...more]: readonly Sight[]): void {
	const { t, db } = turn;
	const name = (first && branchById(db, first.branchId)?.name) ?? '';
	turn.askFor('why');
	turn.say({
		title:
			more.length === 0 ? t('look.title', { name }) : t('look.title-several', { count: more.length + 1 }),
		tone: 'plain',
		body: [
			{ kind: 'text', text: t('look.text') },
			{
				kind: 'buttons',
				buttons: REASONS.map((key) => ({ label: t(key), action: turn.again({ why: t(key) }) })),
			},
		],
	});
}
