import { claimDatabase } from '../db/app.ts';
import { addBranch } from '../db/branches.ts';
import { rememberChat } from '../db/chats.ts';
import type { Act } from '../db/ledger.ts';
import { plan } from '../db/meetings.ts';
import { appoint } from '../db/people.ts';
import { enrol } from '../db/roster.ts';
import { MANIFEST } from '../src/lark/manifest.ts';
import { openDatabase } from '../src/runtime/node/database.ts';

/** The app all parts play with; its keys open nothing else. */
export const APP = {
	appId: 'cli_be0c4a11d2e3f405',
	appSecret: 'a secret',
	encryptKey: 'an encrypt key',
	verificationToken: 'a verification token',
	tenantKey: 'tenant',
	manifest: MANIFEST,
} as const;

/** What seals the private values of every database here. */
export const DATA_KEY = '0123456789abcdef0123456789abcdef';

const DAY = 86_400_000;
const BRANCHES = 64;
const MEMBERS = 16;
export const PEOPLE = BRANCHES * MEMBERS;

export const openIdOf = (person: number) => `ou_${String(person).padStart(8, '0')}`;
export const privateChatOf = (person: number) => `oc_p${String(person).padStart(8, '0')}`;

/** Makes a database file of 64 branches with 16 members, each with one meeting ahead. */
export function buildVillage(path: string): void {
	const { db, file } = openDatabase(path);
	const at = Date.now() - DAY;
	const act: Act = { turn: 'village', by: null, command: 'village', at, saidAt: at };
	file.exec('BEGIN');
	claimDatabase(db, APP.appId, at);
	const root = addBranch(db, act, { name: '镇党委', kind: 'committee', parentId: null });
	for (let branch = 0; branch < BRANCHES; branch++) {
		const { id } = addBranch(db, act, { name: `第${branch}支部`, kind: 'branch', parentId: root.id });
		const members = Array.from({ length: MEMBERS }, (_, index) => {
			const number = branch * MEMBERS + index;
			rememberChat(db, privateChatOf(number), 'private');
			const entry = { name: `党员${number}`, openId: openIdOf(number), standing: 'full' } as const;
			return enrol(db, act, id, entry).person;
		});
		const by = members[0]?.id ?? null;
		if (by === null) throw new Error('a branch without members');
		appoint(db, act, by, { role: 'secretary', branchId: id });
		plan(
			db,
			{ ...act, by },
			{
				branchId: id,
				startsAt: at + 3 * DAY,
				kinds: ['theme-day'],
				invites: 'members',
				place: '党群服务中心',
				topic: '学习讨论',
			},
		);
	}
	file.exec('COMMIT');
	file.pragma('wal_checkpoint(TRUNCATE)');
	file.close();
}
