import { confirmHost, hostOf } from '../../db/host.ts';
import { carried, rest } from '../../src/bot/arguments/index.ts';
import { button, command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Button, Card } from '../../src/bot/vocabulary/index.ts';
import { askCard, doneCard, undoButton } from '../../src/cards/frames.ts';
import { noticeCard } from '../../src/cards/notice.ts';
import { readHost } from '../../src/reading/organisations.ts';
import { isChief } from '../branch/roles.ts';

/** 告知信息: which committee uses the bot and where it is reached, as the notice to the members says it. */
export const host = command({
	name: 'host',
	words: ['告知信息', '告知 信息', '党员告知', 'notice'],
	who: 'officer',
	page: 'branch',
	writes: true,
	undo: 'restore',
	purpose: 'host.purpose',
	examples: ['告知信息', '告知信息 东湖镇两新党委 0755-12345678'],
	english: ['notice'],
	glued: () => false,
	args: { words: { ...rest(100), question: 'host.ask' }, sure: carried() },
	run(turn, { words, sure }) {
		if (!isChief(turn)) throw new Refusal('host.not-yours');
		if (words === undefined) {
			askForHost(turn);
			return;
		}
		const read = readHost(words);
		if (read === undefined) throw new Refusal('host.no-name');
		const { t } = turn;
		const confirmed = { name: read.name, phone: read.phone ?? null };
		if (sure !== 'yes') {
			turn.say(noticeCard(t, confirmed, decisions(turn)));
			return;
		}
		if (!confirmHost(turn.db, turn.act(), confirmed)) throw new Refusal('host.already');
		turn.say(
			doneCard({
				title: t('host.confirmed'),
				text: t('host.confirmed-text'),
				buttons: [undoButton(t, turn.update.id)],
			}),
		);
	},
});

function decisions(turn: Turn): Button[] {
	const { t } = turn;
	return [
		{ label: t('host.yes'), action: turn.again({ sure: 'yes' }), style: 'primary' },
		{ label: t('host.again'), action: { command: 'host', args: {}, opens: true } },
	];
}

/** The next words are the answer; what is known is shown as it stands. */
export function askForHost(turn: Turn): void {
	turn.ask('host', {}, 'words');
	turn.say(askingCard(turn));
}

function askingCard({ t, db }: Turn): Card {
	const { name, phone } = hostOf(db);
	const now = name === null ? [] : [t('host.now', { name, phone: phone ?? t('host.no-phone') })];
	const skip = { label: t('host.skip'), action: { command: 'host.skip', args: {} } };
	return askCard(t('host.title'), [...now, t('host.ask')].join('\n'), [skip]);
}

/** 先不填: the notice goes without it. */
export const skipHost = button({
	name: 'host.skip',
	who: 'officer',
	writes: false,
	args: {},
	run(turn) {
		turn.settle();
		turn.say(doneCard({ title: turn.t('host.skipped'), text: turn.t('host.skipped-text'), tone: 'plain' }));
	},
});
