import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	const { 李建国, 张三, 陈敏 } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 张三.says('求助 工资三个月没发');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
});
afterAll(() => stage.town.close());

/** No length of words that anybody types gets past every check. */
const ENDLESS = '补'.repeat(30_000);

test('whatever is read from free words says how many signs it takes', () => {
	const unlimited = [...zhibu.commands.values()].flatMap(({ name, args }) =>
		Object.entries(args)
			.filter(([, arg]) => arg.read && arg.schema.safeParse(ENDLESS).success && arg.longest === undefined)
			.map(([arg]) => `${name} ${arg}`),
	);
	expect(unlimited).toEqual([]);
});

test('no schema refuses a length by itself, since it could not say how many signs are allowed', () => {
	const silent = [...zhibu.commands.values()].flatMap(({ name, args }) =>
		Object.entries(args)
			.filter(
				([, { schema, longest }]) =>
					longest === undefined && schema.safeParse('补补补').success && !schema.safeParse(ENDLESS).success,
			)
			.map(([arg]) => `${name} ${arg}`),
	);
	expect(silent).toEqual([]);
});

/** What is said, by whom, how many signs it takes, and where it is read afterwards. */
interface Case {
	readonly most: number;
	say(words: string): Promise<string>;
	read(): Promise<string>;
}

const cases: Readonly<Record<string, () => Case>> = {
	topic: () => ({
		most: 200,
		say: (words) => stage.李建国.says(`会议 12月20日下午3点 二楼 议题：${words}`),
		read: async () => '',
	}),
	place: () => ({
		most: 60,
		say: (words) => stage.李建国.says(`会议 12月21日下午3点 地点：${words}`),
		read: async () => '',
	}),
	'reason of leave': () => ({
		most: 200,
		say: (words) => stage.张三.says(`请假 #1 ${words}`),
		read: () => stage.李建国.says('会议 #1'),
	}),
	'reason given for somebody': () => ({
		most: 200,
		say: (words) => stage.李建国.says(`代 周德福 请假 #1 ${words}`),
		read: () => stage.李建国.says('会议 #1'),
	}),
	'why it is off': () => ({
		most: 200,
		say: (words) => stage.李建国.says(`会议 取消 #1 ${words}`),
		read: async () => '',
	}),
	reply: () => ({
		most: 1_000,
		say: (words) => stage.陈敏.says(`回复 #1 ${words}`),
		read: async () => stage.张三.reads(),
	}),
	'where to': () => ({
		most: 60,
		say: (words) => stage.王小梅.says(`流动登记 ${words} 11月1日 13800000000`),
		read: async () => '',
	}),
	'to which branch': () => ({
		most: 60,
		say: (words) => stage.王小梅.says(`转接 发起 到 ${words}党支部`),
		read: async () => '',
	}),
};

const signs = fc.constantFrom('补', '𠮷', 'é', '👨‍👩‍👧', '👍🏽');

test.each(Object.entries(cases))(
	'%s: kept whole, or refused with the number of signs and nothing written',
	async (name, open) => {
		const { most, say, read } = open();
		await fc.assert(
			fc.asyncProperty(signs, fc.integer({ min: -3, max: 3 }), fc.boolean(), async (sign, more, far) => {
				const count = Math.max(1, Math.floor((most + (far ? most : more)) / [...sign].length));
				const words = sign.repeat(count);
				const before = await rowCounts(stage.town);
				const said = await say(words);
				const kept = said.includes(words) || (await read()).includes(words);
				const refused = said.includes(`最多写${most}字`);
				expect(said + words).not.toMatch(
					/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
				);
				if (refused) expect(await rowCounts(stage.town)).toEqual(before);
				if ([...words].length > most) expect({ name, refused, said }).toMatchObject({ refused: true });
				else if (name !== 'why it is off')
					expect({ name, kept, refused, said }).toMatchObject(refused ? { refused } : { kept: true });
			}),
			{ numRuns: 6, seed: 20261128 },
		);
	},
);
