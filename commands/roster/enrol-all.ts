import { branchById } from '../../db/branches.ts';
import { enrol } from '../../db/roster.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import type { Paste } from './paste.ts';

/** Puts everybody of a list on the roster and says what became of each. */
export function enrolAll(turn: Turn, branchId: number, { entries }: Paste): void {
	const { t } = turn;
	const done = entries.map((entry) => ({ name: entry.name, ...enrol(turn.db, turn.act(), branchId, entry) }));
	const names = (kind: string) => done.filter((each) => each.kind === kind).map(({ name }) => name);
	const lines = [
		sentence(names('added'), (list, count) => t('roster.added', { list, count })),
		sentence(names('linked'), (list) => t('roster.linked', { list })),
		sentence(names('already'), (list) => t('roster.already', { list })),
		...done.flatMap((each) =>
			each.kind === 'elsewhere' ? [t('roster.elsewhere', { name: each.name, branch: each.branchName })] : [],
		),
	].filter((line) => line !== undefined);
	const changed = done.some(({ kind }) => kind === 'added' || kind === 'linked');
	turn.say(
		doneCard({
			title: t(changed ? 'roster.done' : 'roster.nothing-new'),
			summary: t('roster.done-summary'),
			text: lines.join('\n'),
			facts: [[t('meeting.branch'), branchById(turn.db, branchId)?.name ?? '']],
			buttons: changed ? [undoButton(t, turn.update.id)] : [],
			tone: changed ? 'good' : 'plain',
		}),
	);

	function sentence(people: string[], say: (list: string, count: number) => string): string | undefined {
		return people.length === 0 ? undefined : say(people.join(t('list.comma')), people.length);
	}
}
