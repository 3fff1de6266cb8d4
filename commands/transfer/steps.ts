import { finish, move } from '../../db/transfers.ts';
import { carried, day, numbered, personIfNamed } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { askIfSure, Refusal } from '../../src/bot/refusal.ts';
import { sentence } from '../../src/locales/index.ts';
import { readValidity } from '../../src/reading/when/index.ts';
import { letterEnd } from '../../src/rules/transfers.ts';
import { theTransfer } from './find.ts';
import { passOn, sayTaken, stepBack } from './notify.ts';

/** 转接 介绍信: the committee of the home side has written the letter; good for 30 days unless told. */
export const writeLetter = command({
	name: 'transfer.letter',
	words: ['转接 介绍信', '转接 开介绍信', '介绍信已开', 'transfer letter'],
	who: 'secretary',
	page: 'moves',
	writes: true,
	undo: stepBack,
	purpose: 'transfer.letter-purpose',
	examples: [
		{ say: '转接 介绍信 #1', given: ['transfer'], by: 'officer' },
		{ say: '转接 介绍信 #1 60天', given: ['transfer'], by: 'officer' },
	],
	glued: () => false,
	args: {
		transfer: numbered('transfer'),
		person: personIfNamed(),
		until: {
			schema: day.optional(),
			read: (said, turn) => readValidity(said.text, turn.today),
		},
	},
	run(turn, { transfer: id, person, until }) {
		const { sheet } = theTransfer(turn, { id, person }, 'letter');
		const rules = turn.book.at(turn.today);
		const letterUntil = letterEnd(rules, turn.today, until);
		if (letterUntil === undefined)
			throw new Refusal('transfer.letter-too-long', {
				id: sheet.id,
				months: rules.value('letter.longest'),
				days: rules.value('letter.valid'),
			});
		move(turn.db, turn.act(), turn.vault, sheet, { stage: 'letter', on: turn.today, letterUntil });
		passOn(turn, sheet.id);
		sayTaken(turn, sheet.id, 'transfer.letter-noted');
	},
});

/** 转接 接收: the other side has accepted; from now on it is responsible. */
export const receiveTransfer = command({
	name: 'transfer.receive',
	words: ['转接 接收', '转接 已接收', 'transfer receive'],
	who: 'secretary',
	page: 'moves',
	writes: true,
	undo: stepBack,
	purpose: 'transfer.receive-purpose',
	examples: [{ say: '转接 接收 #1', given: ['letter'] }],
	glued: () => false,
	args: { transfer: numbered('transfer'), person: personIfNamed() },
	run(turn, { transfer: id, person }) {
		const { sheet } = theTransfer(turn, { id, person }, 'receive');
		move(turn.db, turn.act(), turn.vault, sheet, { stage: 'received', on: turn.today });
		passOn(turn, sheet.id);
		sayTaken(turn, sheet.id, 'transfer.received-noted');
	},
});

/** 转接 完成: the receipt is there. It moves the membership and can't be taken back, so typed words are asked about. */
export const finishTransfer = command({
	name: 'transfer.finish',
	words: ['转接 完成', '转接 回执', 'transfer done'],
	who: 'secretary',
	page: 'moves',
	writes: true,
	undo: 'never',
	purpose: 'transfer.finish-purpose',
	examples: [{ say: '转接 完成 #1', given: ['received'] }],
	glued: () => false,
	args: { transfer: numbered('transfer'), person: personIfNamed(), sure: carried() },
	run(turn, { transfer: id, person, sure }) {
		const { sheet } = theTransfer(turn, { id, person }, 'finish');
		const { t } = turn;
		if (sure !== 'yes') {
			turn.found('transfer', String(sheet.id));
			const said = {
				id: sheet.id,
				name: sheet.name,
				to: sheet.toName,
			};
			throw askIfSure(sentence('transfer.finish-sure', said), {
				yes: t('transfer.finish-yes'),
				no: t('transfer.finish-no'),
			});
		}
		finish(turn.db, turn.act(), turn.vault, sheet, turn.today);
		passOn(turn, sheet.id);
		sayTaken(turn, sheet.id, 'transfer.finished', { final: true });
	},
});
