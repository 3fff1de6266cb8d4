import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { branch } from './branches.ts';
import { float } from './floats.ts';
import { ledgered } from './ledgered.ts';
import { person } from './people.ts';
import { sealed } from './sealed.ts';

/** The move of a member's relation from one organisation to another. Dates are local, `YYYY-MM-DD`. */
export const transfer = ledgered(
	sqliteTable(
		'transfer',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			personId: integer('person_id')
				.notNull()
				.references(() => person.id),
			/** The floating that made it due. */
			floatId: integer('float_id').references(() => float.id),
			/** Where the relation comes from and goes to: a branch of this tree, or (null) an organisation by its name alone. The names lie sealed. */
			fromBranchId: integer('from_branch_id').references(() => branch.id),
			toBranchId: integer('to_branch_id').references(() => branch.id),
			fromName: sealed('from_name').notNull(),
			toName: sealed('to_name').notNull(),
			/** The last thing that happened; who must act now follows from it (src/rules/transfers). */
			stage: text({ enum: ['started', 'letter', 'received', 'back', 'exempt', 'done'] }).notNull(),
			stageOn: text('stage_on').notNull(),
			letterOn: text('letter_on'),
			/** The last day the letter of introduction is good for. */
			letterUntil: text('letter_until'),
			/** 暂不转: until this day; null: until something changes. */
			exemptUntil: text('exempt_until'),
			/** Why it came back or is put off: sealed. */
			reason: sealed(),
			startedBy: integer('started_by')
				.notNull()
				.references(() => person.id),
			startedAt: integer('started_at').notNull(),
			doneAt: integer('done_at'),
		},
		(table) => [
			/** 转接: what is under way from and to a branch. */
			index('transfer_from').on(table.fromBranchId, table.stage),
			index('transfer_to').on(table.toBranchId, table.stage),
			index('transfer_person').on(table.personId, table.stage),
			/** Which letters end soon. */
			index('transfer_letter').on(table.letterUntil).where(sql`stage = 'letter'`),
		],
	),
	{
		about: 'personId',
		subject: { kind: 'transfer', by: 'id' },
		restorable: true,
		watched: true,
		authors: ['startedBy'],
	},
);
