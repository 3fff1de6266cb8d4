import { and, asc, desc, eq, ne, or, sql } from 'drizzle-orm';
import type { Stage } from '../src/rules/transfers.ts';
import { type Db, prepared } from './database.ts';
import { end, floatsOf } from './floats.ts';
import { type Act, add, change } from './ledger.ts';
import { moveMembership } from './roster.ts';
import { person, transfer } from './schema/index.ts';
import { ofManaged } from './scope.ts';
import { seal, unseal } from './sealed.ts';
import type { Vault } from './vault.ts';

export type Transfer = typeof transfer.$inferSelect;

/** A transfer with the name of whose it is, and of both sides in clear. */
export interface TransferSheet extends Omit<Transfer, 'fromName' | 'toName'> {
	readonly fromName: string;
	readonly toName: string;
	readonly name: string;
}

/** One side: a branch of this tree, or (null) an organisation by its name alone. */
export interface Side {
	readonly id: number | null;
	readonly name: string;
}

const sheet = { transfer, name: sql<string>`coalesce(${person.name}, '')` };

const queries = prepared((db) => {
	const all = () => db.select(sheet).from(transfer).innerJoin(person, eq(person.id, transfer.personId));
	const concerns = or(ofManaged(transfer.fromBranchId), ofManaged(transfer.toBranchId));
	return {
		byId: all()
			.where(eq(transfer.id, sql.placeholder('id')))
			.prepare(),
		visible: all()
			.where(
				and(
					eq(transfer.id, sql.placeholder('id')),
					or(eq(transfer.personId, sql.placeholder('personId')), concerns),
				),
			)
			.prepare(),
		ofPerson: all()
			.where(and(eq(transfer.personId, sql.placeholder('personId')), ne(transfer.stage, 'done')))
			.orderBy(desc(transfer.id))
			.prepare(),
		ofBranches: all()
			.where(and(ne(transfer.stage, 'done'), concerns))
			.orderBy(asc(transfer.stageOn), asc(transfer.id))
			.prepare(),
	};
});

const asSheet =
	(vault: Vault) =>
	({ transfer: row, name }: { transfer: Transfer; name: string }): TransferSheet => ({
		...row,
		name,
		fromName: unseal(vault, transfer, 'fromName', { id: row.id }, row.fromName),
		toName: toNameOf(vault, row),
	});

/** Where it goes to, in clear. */
export function toNameOf(vault: Vault, { id, toName }: Pick<Transfer, 'id' | 'toName'>): string {
	return unseal(vault, transfer, 'toName', { id }, toName);
}

/** A transfer by its number, for what is drawn for somebody whose right was asked before. */
export function transferById(db: Db, vault: Vault, id: number): TransferSheet | undefined {
	const found = queries(db).byId.get({ id });
	return found && asSheet(vault)(found);
}

/** The same when it is this person's own, or concerns one of these branches; to others it does not exist. */
export function transferFor(
	db: Db,
	vault: Vault,
	id: number,
	personId: number,
	branchIds: readonly number[],
): TransferSheet | undefined {
	const found = queries(db).visible.get({ id, personId, managed: JSON.stringify(branchIds) });
	return found && asSheet(vault)(found);
}

/** Everything from or to these branches that is not done, what waits longest first. */
export function openTransfers(db: Db, vault: Vault, branchIds: readonly number[]): TransferSheet[] {
	return queries(db)
		.ofBranches.all({ managed: JSON.stringify(branchIds) })
		.map(asSheet(vault));
}

/** Somebody's transfer that is not done: there is one at most. */
export function openTransferOf(db: Db, vault: Vault, personId: number): TransferSheet | undefined {
	const [found] = queries(db).ofPerson.all({ personId });
	return found && asSheet(vault)(found);
}

export interface NewTransfer {
	readonly personId: number;
	readonly floatId: number | null;
	readonly from: Side;
	readonly to: Side;
	readonly stage: 'started' | 'exempt';
	/** The local day. */
	readonly on: string;
}

/** Begins one, or (exempt) notes that none is needed for now; the names of both sides sealed, under its own number. */
export function begin(
	db: Db,
	act: Act,
	vault: Vault,
	{ from, to, stage, on, ...whose }: NewTransfer,
): Transfer {
	const row = add(db, act, transfer, {
		...whose,
		fromBranchId: from.id,
		fromName: '',
		toBranchId: to.id,
		toName: '',
		stage,
		stageOn: on,
		startedBy: act.by ?? whose.personId,
		startedAt: act.at,
	});
	const { id } = row;
	const names = {
		fromName: seal(vault, transfer, 'fromName', { id }, from.name),
		toName: seal(vault, transfer, 'toName', { id }, to.name),
	};
	change(db, act, transfer, { id }, names);
	return { ...row, ...names };
}

export interface Moved {
	readonly stage: Exclude<Stage, 'done'>;
	readonly on: string;
	readonly letterUntil?: string;
	readonly exemptUntil?: string;
	/** In clear; sealed before it is written. */
	readonly reason?: string;
	readonly to?: Side;
}

/** Takes a transfer to its next stage, as src/rules/transfers decided. A reason lasts as long as its stage. */
export function move(db: Db, act: Act, vault: Vault, { id }: Pick<Transfer, 'id'>, moved: Moved): void {
	const { stage, on, to, letterUntil } = moved;
	change(
		db,
		act,
		transfer,
		{ id },
		{
			stage,
			stageOn: on,
			reason: moved.reason === undefined ? null : seal(vault, transfer, 'reason', { id }, moved.reason),
			exemptUntil: moved.exemptUntil ?? null,
			...(letterUntil === undefined ? {} : { letterOn: on, letterUntil }),
			...(to === undefined
				? {}
				: { toBranchId: to.id, toName: seal(vault, transfer, 'toName', { id }, to.name) }),
		},
	);
}

/**
 * The receipt is there: the floating ends as transferred, and the membership moves to the branch that received them, or
 * ends where that is not of this tree.
 */
export function finish(db: Db, act: Act, vault: Vault, known: TransferSheet, on: string): void {
	change(db, act, transfer, { id: known.id }, { stage: 'done', stageOn: on, doneAt: act.at });
	for (const each of floatsOf(db, vault, known.personId)) {
		const over = each.id === known.floatId || [known.fromBranchId, known.toBranchId].includes(each.branchId);
		if (over) end(db, act, each, 'transferred', on);
	}
	moveMembership(db, act, known.personId, known.fromBranchId, known.toBranchId);
}

/** Why it came back or is put off, for those who may read it. */
export function reasonOf(vault: Vault, { id, reason }: Pick<Transfer, 'id' | 'reason'>): string | undefined {
	return reason === null ? undefined : unseal(vault, transfer, 'reason', { id }, reason);
}
