import { floatsOf } from '../../db/floats.ts';
import type { Person } from '../../db/people.ts';
import { begin, move, openTransferOf, type Transfer, type TransferSheet } from '../../db/transfers.ts';
import { dayUntil, numbered, rest, thePerson } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { PlainKey } from '../../src/locales/index.ts';
import { floatPersonFirst, nameable } from '../float/find.ts';
import { theTransfer } from './find.ts';
import { passOn, sayTaken, stepBack } from './notify.ts';
import { sidesOf } from './start.ts';

const reason = rest(200);

/** 转接 退回: the other side can't take it, and says why. */
export const sendBack = command({
	name: 'transfer.send-back',
	words: ['转接 退回', 'transfer return'],
	who: 'secretary',
	page: 'moves',
	writes: true,
	undo: stepBack,
	purpose: 'transfer.send-back-purpose',
	examples: [{ say: '转接 退回 #1 介绍信抬头不对', given: ['letter'] }],
	glued: () => false,
	args: { transfer: numbered('transfer'), reason },
	run(turn, { transfer: id, reason: why }) {
		if (refusedInGroup(turn)) return;
		const { sheet } = theTransfer(turn, { id }, 'send-back');
		if (!why) {
			askWhy(turn, { transfer: String(sheet.id) }, BACK_REASONS);
			return;
		}
		move(turn.db, turn.act(), turn.vault, sheet, { stage: 'back', on: turn.today, reason: why });
		passOn(turn, sheet.id);
		sayTaken(turn, sheet.id, 'transfer.back-noted', { reason: why });
	},
});

/** 转接 暂不转: no transfer for now, until a day or until something changes; also before one was begun. */
export const exemptTransfer = command({
	name: 'transfer.exempt',
	words: ['转接 暂不转', '转接 暂缓', '暂不转接', 'transfer exempt'],
	who: 'secretary',
	page: 'moves',
	writes: true,
	undo: stepBack,
	purpose: 'transfer.exempt-purpose',
	examples: [
		{ say: '转接 暂不转 #1 年底前回来', given: ['transfer'] },
		{ say: '转接 暂不转 张三 到12月31日 地点不固定', given: ['away'] },
	],
	glued: () => false,
	args: { transfer: numbered('transfer'), until: dayUntil(), person: floatPersonFirst(), reason },
	run(turn, { transfer: id, until, person, reason: why }) {
		if (refusedInGroup(turn)) return;
		if (until !== undefined && until <= turn.today) throw new Refusal('transfer.until-past');
		const begun = id !== undefined || person === undefined || openOf(turn, person) !== undefined;
		if (!why) {
			const whom: Strings = begun
				? { transfer: String(theTransfer(turn, { id, person }, 'exempt').sheet.id) }
				: { person: person ?? '' };
			askWhy(turn, whom, EXEMPT_REASONS);
			return;
		}
		const sheet = begun ? theTransfer(turn, { id, person }, 'exempt').sheet : noteWithout(turn, person ?? '');
		const moved = { stage: 'exempt' as const, on: turn.today, exemptUntil: until, reason: why };
		move(turn.db, turn.act(), turn.vault, sheet, moved);
		passOn(turn, sheet.id);
		sayTaken(turn, sheet.id, 'transfer.exempt-noted', { reason: why });
	},
});

type Strings = Readonly<Record<string, string>>;

function whoIs(turn: Turn, person: string): Person {
	return thePerson(turn, person, nameable(turn));
}

function openOf(turn: Turn, person: string): TransferSheet | undefined {
	return openTransferOf(turn.db, turn.vault, whoIs(turn, person).id);
}

/** Nothing was begun: the note stands for itself, beside the floating that would have asked for a transfer. */
function noteWithout(turn: Turn, person: string): Transfer {
	const who = whoIs(turn, person);
	const away = floatsOf(turn.db, turn.vault, who.id).find(({ branchId }) => turn.runs(branchId));
	if (!away) throw new Refusal('float.none-of', { name: who.name ?? '' });
	const { from, to } = sidesOf(turn, who, away.direction === 'out' ? away.place : undefined);
	if (from.id !== null && !turn.runs(from.id)) throw new Refusal('transfer.home-not-yours');
	const values = { personId: who.id, floatId: away.id, from, to, stage: 'exempt' as const, on: turn.today };
	return begin(turn.db, turn.act(), turn.vault, values);
}

/** A reason is private: in a group it is neither read nor kept. */
function refusedInGroup(turn: Turn): boolean {
	if (turn.chat?.kind !== 'group') return false;
	turn.say(turn.t('transfer.private'));
	return true;
}

const BACK_REASONS: readonly PlainKey[] = [
	'transfer.why-papers',
	'transfer.why-not-here',
	'transfer.why-wrong-side',
];
const EXEMPT_REASONS: readonly PlainKey[] = [
	'transfer.why-not-fixed',
	'transfer.why-soon-back',
	'transfer.why-arranging',
];

/** The next words are the reason; the likeliest are there to tap. */
function askWhy(turn: Turn, whom: Strings, reasons: readonly PlainKey[]): void {
	const { t } = turn;
	for (const [arg, value] of Object.entries(whom)) turn.found(arg, value);
	turn.askFor('reason');
	turn.say({
		title: t('transfer.ask-reason'),
		tone: 'plain',
		body: [
			{ kind: 'text', text: t('transfer.ask-reason-text') },
			{
				kind: 'buttons',
				buttons: reasons.map((key) => ({ label: t(key), action: turn.again({ reason: t(key) }) })),
			},
		],
	});
}
