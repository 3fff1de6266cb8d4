import type { Actor } from '../town/actor.ts';
import type { Town } from '../town/town.ts';

const SURNAMES = '赵钱孙李周吴郑王冯陈';
const DIGITS = '春夏秋冬山河江海松柏';

/** A name for each number below a thousand; no name is a part of another. */
export function nameOf(number: number): string {
	const [a = 0, b = 0, c = 0] = String(number).padStart(3, '0').split('').map(Number);
	return `${SURNAMES[a]}${DIGITS[b]}${DIGITS[c]}`;
}

export interface Branch {
	/** Officer of the whole tree and of this branch, and on its roster. */
	readonly officer: Actor;
	/** On the roster, the officer not among them. */
	readonly members: readonly Actor[];
	readonly group: string;
}

/** A branch with a group and so many members, by the officer's own words. */
export async function foundBranch(town: Town, size: number): Promise<Branch> {
	const officer = town.person('陈敏');
	const members = Array.from({ length: size }, (_, number) => town.person(nameOf(number)));
	const group = town.group('红星机械', [officer, ...members]);
	await officer.says(`管理码 ${town.running.officerCode}`);
	await officer.says('支部 绑定 红星机械党支部', group);
	await officer.says(`名册 添加 ${[officer, ...members].map(({ name }) => `@${name}`).join(' ')}`, group);
	return { officer, members, group };
}
