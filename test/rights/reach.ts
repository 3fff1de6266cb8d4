import { getTableName } from 'drizzle-orm';
import * as schema from '../../db/schema/index.ts';
import { declaredOf, ledgeredTables } from '../../db/schema/ledgered.ts';
import type { Row } from '../../db/table.ts';
import { partOf } from './cast.ts';
import type { Outcome } from './forged.ts';
import type { Somebody, Tree } from './tree.ts';
import { branchesOf, type Change, fieldsOf, rowOf, rowsOf, sayChange, type World } from './world.ts';

/** What nobody writes of themselves, whoever they are: it is for who looks after the branch. */
const OFFICIAL: ReadonlyMap<unknown, readonly string[]> = new Map<unknown, readonly string[]>([
	[schema.role, ['role', 'branchId', 'personId', 'since', 'until']],
	[schema.membership, ['branchId', 'personId', 'standing', 'since', 'until', 'untilWhy']],
	[schema.attendance, ['roll', 'rolledBy']],
	[schema.registration, ['decidedAt', 'decidedBy']],
]);

/** Whom each state of a request is for to bring about. */
const TICKET_PARTS: Readonly<Record<string, readonly string[]>> = {
	open: ['requester', 'assignee'],
	taken: ['duty', 'assignee', 'requester'],
	done: ['assignee', 'requester'],
	confirmed: ['requester'],
	withdrawn: ['requester'],
};

/** Whose step leads to each stage of a transfer. */
const TRANSFER_SIDES: Readonly<Record<string, readonly string[]>> = {
	started: ['person', 'home'],
	letter: ['committee'],
	received: ['there'],
	back: ['there'],
	exempt: ['home'],
	done: ['home'],
};

/**
 * What of an outcome was not for this person to write: of another branch, of another person, or past the ledger. One line each. It is
 * said anew here what each may, and taken from the rows' own references whose they are.
 */
export function outOfReach(tree: Tree, by: Somebody, before: World, outcome: Outcome): string[] {
	const reach = new Reach(tree, by, before, outcome);
	return outcome.changes.flatMap((change) => {
		const line = sayChange(change);
		return [
			...(reach.covers(change) ? [] : [`not theirs to write: ${line}`]),
			...(reach.isNoted(change) ? [] : [`past the ledger: ${line}`]),
		];
	});
}

class Reach {
	readonly #by: Somebody;
	readonly #before: World;
	readonly #outcome: Outcome;
	readonly #over: ReadonlySet<number>;
	readonly #whole: boolean;
	readonly #tree: Tree;

	constructor(tree: Tree, by: Somebody, before: World, outcome: Outcome) {
		const { over, officerOf } = partOf(by.role);
		this.#tree = tree;
		this.#by = by;
		this.#before = before;
		this.#outcome = outcome;
		this.#over = new Set(over.map((name) => tree.node(name)));
		this.#whole = officerOf === 'whole';
	}

	/** Whether the ledger says that this person did it; technical columns aside, and an account that is named for the first time. */
	isNoted(change: Change): boolean {
		const { table, key, before, after } = change;
		const name = getTableName(table);
		const noted = this.#outcome.ledger.some(
			(row) => row.subjectTable === name && row.subjectKey === key && row.personId === this.#by.id,
		);
		if (noted || !ledgeredTables().includes(table)) return noted;
		if (before === undefined) return table === schema.person && after?.openId !== null;
		const { unledgered = [] } = declaredOf(table);
		return after !== undefined && fieldsOf(change).every((field) => unledgered.includes(field));
	}

	covers(change: Change): boolean {
		if (this.#followsFromOthers(change)) return true;
		const rows = [change.before, change.after].filter((row) => row !== undefined);
		if (change.table === schema.ticket) return this.#isPartOfTicket(change);
		if (change.table === schema.ticketWord) return rows.every((row) => this.#writesTo(row));
		if (change.table === schema.transfer) return this.#isPartOfTransfer(change);
		if (change.table === schema.host) return this.#whole;
		if (change.table === schema.person) return change.before === undefined || this.#knows(change.before);
		return rows.every((row) => this.#looksAfter(change, row)) || this.#isOwn(change);
	}

	/** All branches that the row names; one without any (an office for the whole tree) only who looks after all. */
	#looksAfter({ table }: Change, row: Row): boolean {
		const branches = branchesOf(this.#outcome.after, table, row);
		if (branches.length === 0) return this.#whole && 'branchId' in row;
		return branches.every((id) => this.#runs(id) || this.#isNew(id));
	}

	#runs(branch: unknown): boolean {
		return typeof branch === 'number' && this.#over.has(branch);
	}

	/** Founded just now: where it hangs is judged by its own row. */
	#isNew(branch: number): boolean {
		const row = rowOf(this.#outcome.after, schema.branch, branch);
		if (rowOf(this.#before, schema.branch, branch) || !row) return false;
		return row.parentId === null ? this.#whole : this.#runs(row.parentId);
	}

	/** About oneself, without what is only for others to say; and on no list of a branch one doesn't belong to. */
	#isOwn(change: Change): boolean {
		const row = change.after ?? change.before;
		if (row?.personId !== this.#by.id) return false;
		const official = OFFICIAL.get(change.table) ?? [];
		if (fieldsOf(change).some((field) => official.includes(field) && change.after?.[field] !== null))
			return false;
		if (change.table !== schema.attendance || change.before) return true;
		return branchesOf(this.#outcome.after, change.table, row).every((id) => this.#isHome(id));
	}

	#isHome(branch: number): boolean {
		const { home } = partOf(this.#by.role);
		return home !== undefined && this.#tree.node(home) === branch;
	}

	#knows({ id }: Row): boolean {
		if (id === this.#by.id) return true;
		return rowsOf(this.#outcome.after, schema.membership).some(
			(row) => row.personId === id && this.#runs(row.branchId),
		);
	}

	#isPartOfTicket({ before, after }: Change): boolean {
		if (!before) return after?.requesterId === this.#by.id;
		const parts = TICKET_PARTS[String(after?.state)] ?? [];
		return parts.some((part) => this.#ticketPart(before) === part);
	}

	#ticketPart({ requesterId, assigneeId, branchId, dutyBranchId, route }: Row): string {
		const { id, role } = this.#by;
		if (requesterId === id) return 'requester';
		if (assigneeId === id) return 'assignee';
		const { secretaryOf, officerOf } = partOf(role);
		const secretary = secretaryOf && this.#tree.node(secretaryOf);
		if (route === 'branch') return secretary === dutyBranchId ? 'duty' : 'nobody';
		return officerOf && secretary !== branchId && this.#runs(dutyBranchId) ? 'duty' : 'nobody';
	}

	#writesTo({ ticketId }: Row): boolean {
		const ticket = rowOf(this.#before, schema.ticket, ticketId) ?? {};
		return ['requester', 'assignee'].includes(this.#ticketPart(ticket));
	}

	#isPartOfTransfer({ before, after }: Change): boolean {
		const row = before ?? after ?? {};
		const home = row.fromBranchId ?? row.toBranchId;
		const there = row.toBranchId ?? row.fromBranchId;
		const above = rowOf(this.#before, schema.branch, home)?.parentId;
		const is: Readonly<Record<string, boolean>> = {
			person: row.personId === this.#by.id,
			home: this.#runs(home),
			there: this.#runs(there),
			committee: row.fromBranchId === null ? this.#runs(there) : this.#runs(above),
		};
		const sides = before && !after ? [] : (TRANSFER_SIDES[String(after?.stage)] ?? []);
		return sides.some((side) => is[side]);
	}

	/** A finished transfer takes the person with it; an office that begins or ends takes from its holder the requests taken on. */
	#followsFromOthers({ table, before, after }: Change): boolean {
		const rightful = (cause: unknown) =>
			this.#outcome.changes.filter(
				(each) => each.table === cause && each.table !== table && this.covers(each),
			);
		if (table === schema.ticket) {
			const holders = rightful(schema.role).map((each) => (each.after ?? each.before)?.personId);
			return after?.assigneeId === null && holders.includes(before?.assigneeId);
		}
		if (table !== schema.membership && table !== schema.float && table !== schema.attendance) return false;
		const moved = rightful(schema.transfer).filter((each) => each.after?.stage === 'done');
		return moved.some((each) => each.after?.personId === (after ?? before)?.personId);
	}
}
