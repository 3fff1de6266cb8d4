import { reasonOf, type TransferSheet } from '../../db/transfers.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { command, todo } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { listCard, opens } from '../../src/cards/frames.ts';
import { nowLine, transferCard, transferLine } from '../../src/cards/transfer.ts';
import { numberedTransfer, visibleTransfers } from './find.ts';
import { actorsNow, ownSteps } from './rights.ts';

/** 转接: what is under way; with a number, or when there is only one, that transfer with who must act now. */
export const transfers = command({
	name: 'transfer',
	words: ['转接', '组织关系', '组织关系转接', '转接关系', 'transfer'],
	who: 'anyone',
	page: 'moves',
	writes: false,
	purpose: 'transfer.purpose',
	examples: ['转接', { say: '转接 #1', given: ['transfer'] }],
	args: { transfer: numbered('transfer') },
	run(turn, { transfer: id }) {
		if (id !== undefined) {
			show(turn, numberedTransfer(turn, id));
			return;
		}
		const visible = visibleTransfers(turn);
		const [only] = visible;
		if (only && visible.length === 1) show(turn, only);
		else sayList(turn, visible);
	},
});

/** The reason of a return is for both sides; why it is put off concerns the home side and the person. */
function show(turn: Turn, sheet: TransferSheet): void {
	const { db, t, today, me } = turn;
	const runs = (branchId: number | null) => branchId !== null && turn.runs(branchId);
	const home = sheet.personId === me.id || runs(sheet.fromBranchId);
	const mayRead = home || (runs(sheet.toBranchId) && (sheet.stage === 'back' || sheet.fromBranchId === null));
	const reason = mayRead ? reasonOf(turn.vault, sheet) : undefined;
	const steps = ownSteps(db, me, sheet, today);
	turn.say(transferCard(t, sheet, { today, steps, reason }), { about: `transfer:${sheet.id}` });
}

/** So many get a button of their own. */
const MOST_BUTTONS = 5;

function sayList(turn: Turn, visible: readonly TransferSheet[]): void {
	const { t, today } = turn;
	const mine = visible.filter((each) => ownSteps(turn.db, turn.me, each, today).length > 0);
	const buttons = mine
		.slice(0, MOST_BUTTONS)
		.map(({ id, name }) => opens(t('transfer.open', { id, name }), 'transfer', { transfer: String(id) }));
	const begin = opens(t('transfer.start-button'), 'transfer.start');
	turn.say(
		listCard(t, {
			title: t('transfer.list-title'),
			items: visible.map((each) => transferLine(t, each, today)),
			empty: t('transfer.list-empty'),
			buttons: [...buttons, begin],
		}),
	);
}

/** Transfers in which it is the speaker's turn. */
export const transfersWaiting = todo((turn) => {
	const { t, db, today, me } = turn;
	const mine = visibleTransfers(turn).filter((each) =>
		actorsNow(db, each, today).some(({ id }) => id === me.id),
	);
	return {
		items: mine.map((each) =>
			t('transfer.todo', { id: each.id, name: each.name, now: nowLine(t, each, today) }),
		),
		buttons: mine
			.slice(0, 1)
			.map(({ id }) => opens(t('transfer.todo-button'), 'transfer', { transfer: String(id) })),
	};
});
