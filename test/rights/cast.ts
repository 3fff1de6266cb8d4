import type { Who } from '../../src/bot/command.ts';

/** The tree: two committees below one, a branch below each. All that is asked for is X's. */
export const TREE = {
	top: { name: '高新区两新党委', kind: 'committee', under: undefined },
	a: { name: '东片党委', kind: 'committee', under: 'top' },
	b: { name: '西片党委', kind: 'committee', under: 'top' },
	x: { name: '星光电子党支部', kind: 'branch', under: 'a' },
	y: { name: '月亮电子党支部', kind: 'branch', under: 'b' },
} as const;
export type Node = keyof typeof TREE;
/** From the top down. */
export const NODES = ['top', 'a', 'b', 'x', 'y'] as const satisfies readonly Node[];

/** What somebody is in the tree. What they may do is said here once more, not asked of the house. */
interface Part {
	/** On whose roster. */
	readonly home?: Node;
	readonly secretaryOf?: Node;
	readonly officerOf?: Node | 'whole';
	/** What they look after by it. */
	readonly over: readonly Node[];
	/** Whom `who` lets through. */
	readonly may: readonly Who[];
}

const MEMBER = ['anyone', 'member'] as const;
const SECRETARY = [...MEMBER, 'secretary'] as const;
const OFFICER = [...SECRETARY, 'officer'] as const;

/** The ten who try, and of those who are gone the one who was taken off the roster and the one whose account is gone. */
export const CAST = {
	stranger: { over: [], may: ['anyone'] },
	member: { home: 'x', over: [], may: MEMBER },
	'member of another branch': { home: 'y', over: [], may: MEMBER },
	"neighbour's secretary": { home: 'y', secretaryOf: 'y', over: ['y'], may: SECRETARY },
	'own secretary': { home: 'x', secretaryOf: 'x', over: ['x'], may: SECRETARY },
	'officer of the sub-tree': { officerOf: 'a', over: ['a', 'x'], may: OFFICER },
	'officer of another sub-tree': { officerOf: 'b', over: ['b', 'y'], may: OFFICER },
	'officer of the whole': { officerOf: 'whole', over: ['top', 'a', 'b', 'x', 'y'], may: OFFICER },
	dismissed: { home: 'x', over: [], may: MEMBER },
	gone: { over: [], may: ['anyone'] },
	'gone with the account': { home: 'x', over: [], may: MEMBER },
} as const satisfies Readonly<Record<string, Part>>;
export type Role = keyof typeof CAST;

/** Everybody, in the order of the table. */
export const ROLES = Object.keys(CAST).filter((name): name is Role => name in CAST);

/** What this role is, with what it leaves out as undefined. */
export function partOf(role: Role): Part {
	return CAST[role];
}
