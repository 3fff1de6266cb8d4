import { addBranch, bindChat } from '../../db/branches.ts';
import { rememberChat } from '../../db/chats.ts';
import type { Db } from '../../db/database.ts';
import type { Act } from '../../db/ledger.ts';
import { accountLeft, appoint, dismiss, personOfAccount } from '../../db/people.ts';
import { endMembership, enrol } from '../../db/roster.ts';
import type { HeldRole } from '../../src/rules/roles.ts';
import { NODES, type Node, partOf, type Role, TREE } from './cast.ts';

/** Somebody in front of Feishu. */
export interface Account {
	readonly role: Role;
	readonly openId: string;
	/** The private chat with the bot. */
	readonly desk: string;
}

/** Somebody who tries, by our own number. */
export interface Somebody extends Account {
	readonly id: number;
}

/** The branches with everybody in them. */
export interface Tree {
	/** X's group. */
	readonly group: string;
	readonly everybody: readonly Somebody[];
	node(name: Node): number;
	one(role: Role): Somebody;
}

/** Who did something, and how many minutes ago. */
export type Ago = (minutes: number, by: number | null, command: string) => Act;

/** Plants the tree; who will be dismissed or moved out still holds office or belongs to X. */
export function plant(db: Db, group: string, accounts: readonly Account[], ago: Ago): Tree {
	const act = ago(9, null, 'start');
	const nodes = new Map<Node, number>();
	for (const node of NODES) {
		const { name, kind, under } = TREE[node];
		const parentId = under === undefined ? null : found(nodes, under);
		nodes.set(node, addBranch(db, act, { name, kind, parentId }).id);
	}
	rememberChat(db, group, 'group', TREE.x.name);
	bindChat(db, act, found(nodes, 'x'), group);
	const everybody = accounts.map((each) => ({ ...each, id: settle(db, each, nodes, act) }));
	const people = new Map(everybody.map((each) => [each.role, each]));
	return { group, everybody, node: (name) => found(nodes, name), one: (role) => found(people, role) };
}

function settle(db: Db, { role, openId, desk }: Account, nodes: ReadonlyMap<Node, number>, act: Act): number {
	const { home, secretaryOf, officerOf } = partOf(role);
	const { id } = personOfAccount(db, openId, act.at, role);
	rememberChat(db, desk, 'private');
	const belongs = role === 'gone' ? 'x' : home;
	if (belongs) enrol(db, act, found(nodes, belongs), { name: role, standing: 'full', openId });
	const secretary = role === 'dismissed' ? 'x' : secretaryOf;
	const held: HeldRole[] = [];
	if (secretary) held.push({ role: 'secretary', branchId: found(nodes, secretary) });
	if (officerOf)
		held.push({ role: 'officer', branchId: officerOf === 'whole' ? null : found(nodes, officerOf) });
	for (const each of held) appoint(db, act, id, each);
	return id;
}

/** At last somebody is dismissed, somebody moved out, and an account goes. */
export function depart(db: Db, { one, node }: Tree, ago: Ago): void {
	const held = { role: 'secretary', branchId: node('x') } as const;
	dismiss(db, ago(1, one('officer of the whole').id, 'role.dismiss'), one('dismissed').id, held);
	const act = ago(1, one('own secretary').id, 'roster.move-out');
	endMembership(db, act, one('gone').id, node('x'), '转出');
	accountLeft(db, one('gone with the account').openId, act.at);
}

function found<K, V>(among: ReadonlyMap<K, V>, key: K): V {
	const value = among.get(key);
	if (value === undefined) throw new Error(`there is no ${String(key)}`);
	return value;
}
