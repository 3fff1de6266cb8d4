import type { Me } from '../../db/people.ts';
import type { PlainKey } from '../locales/index.ts';
import { holds } from '../rules/roles.ts';
import type { Who } from './command.ts';

/** Whether this person may say it at all; for which branch is asked where it matters. */
export function may({ roles, memberships }: Pick<Me, 'roles' | 'memberships'>, who: Who): boolean {
	if (who === 'anyone') return true;
	if (who === 'officer') return holds(roles, 'officer');
	if (who === 'secretary') return holds(roles, 'officer') || holds(roles, 'secretary');
	return memberships.length > 0 || roles.length > 0;
}

/** What is said to whom it is not for. */
export const notAllowed: Readonly<Record<Who, PlainKey>> = {
	anyone: 'spine.not-readable',
	member: 'refuse.not-member',
	secretary: 'refuse.not-secretary',
	officer: 'refuse.not-officer',
};
