import { type DemoBranch, type DemoMember, NEW_BRANCH, OFFICER, type Township } from './cast.ts';
import { branchNames, personNames } from './names.ts';

export type { DemoBranch, DemoMember, Township } from './cast.ts';

const BRANCHES = 58;
const MEMBERS = 156;

/** Builds the township; the same every time. */
export function township(): Township {
	const sizes = spread(BRANCHES - 1, MEMBERS - NEW_BRANCH.members.length);
	const people = personNames(MEMBERS);
	let next = 0;
	const others = branchNames(BRANCHES - 1).map((name, index): DemoBranch => {
		const members = Array.from({ length: sizes[index] ?? 1 }, (_, place) => {
			const number = next++;
			return member(people[number] ?? `党员${number}`, number, place, name);
		});
		return { name, chatId: `oc_branch${index}`, members, fresh: false };
	});
	return {
		committee: { name: '东湖镇两新党委', chatId: 'oc_committee' },
		officer: OFFICER,
		branches: [NEW_BRANCH, ...others],
	};
}

/** One in nine has no Feishu; the secretary always has. */
function member(name: string, number: number, place: number, branch: string): DemoMember {
	const note = `${branch}${place === 0 ? '书记' : '党员'}`;
	return place > 0 && number % 9 === 4 ? { name, note } : { name, openId: `ou_demo${number}`, note };
}

/** Sizes from 1 to 6 that add up exactly. */
function spread(count: number, total: number): number[] {
	const sizes = Array.from({ length: count }, (_, index) => 1 + ((index * 7) % 4));
	let left = total - sizes.reduce((sum, size) => sum + size, 0);
	for (let index = 0; left !== 0; index = (index + 1) % count) {
		const size = sizes[index] ?? 1;
		if (left > 0 && size < 6) sizes[index] = size + 1;
		else if (left < 0 && size > 1) sizes[index] = size - 1;
		else continue;
		left += left > 0 ? -1 : 1;
	}
	return sizes;
}
