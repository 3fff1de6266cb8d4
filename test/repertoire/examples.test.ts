import { expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import type { Command, Example } from '../../src/bot/command.ts';
import { createWords } from '../../src/locales/index.ts';
import { openStage, type Stage } from '../conversations/stage.ts';
import type { Actor } from '../town/actor.ts';
import { openTown } from '../town/town.ts';
import { bringAbout, type Came } from './givens.ts';

interface Line {
	readonly command: Command;
	readonly say: string;
	readonly given: Exclude<Example, string>['given'];
	readonly by?: 'secretary' | 'officer';
}

const lines = zhibu.help.flatMap((command): readonly Line[] =>
	command.examples.map((each) =>
		typeof each === 'string' ? { command, say: each, given: [] } : { command, ...each },
	),
);

const t = createWords('zh-CN');
/** What is said when something else was heard than was meant. */
const MISHEARD = [
	t('talk.not-understood'),
	t('talk.nothing-written'),
	t('talk.nothing-done'),
	t('talk.negated-text'),
	t('talk.doubtful'),
];

test.each(lines)('$command.name: «$say» works as it is written in the help', async (line) => {
	const log: string[] = [];
	const write = (entry: string) => log.push(entry);
	const { town, say } = line.given.includes('code')
		? await firstDay(line, write)
		: await workday(line, write);
	try {
		const from = log.length;
		const heard = await say();
		expect(heard).not.toBe('');
		for (const misheard of MISHEARD) expect(heard).not.toContain(misheard);
		expect(log.slice(from).filter((entry) => /"(?:refused|poison)"/.test(entry))).toEqual([]);
	} finally {
		await town.close();
	}
});

/** Nobody is officer yet, and the code stands on the terminal. */
async function firstDay({ say }: Line, log: (entry: string) => void) {
	const town = await openTown({ log });
	const code = town.running.officerCode ?? '';
	return { town, say: () => town.person('新来的').says(say.replace(/\d+/, code)) };
}

async function workday(line: Line, log: (entry: string) => void) {
	const stage = await openStage({ log });
	await moreMembers(stage);
	let came: Came = {};
	for (const given of line.given) came = { ...came, ...(await bringAbout[given](stage)) };
	const speaker = speakerOf(line, stage, came);
	return {
		town: stage.town,
		say: () => speaker.says(withNumber(line, came), came.chat ?? chatFor(line, stage)),
	};
}

/** Everybody the help's examples speak of. */
async function moreMembers({ town, 李建国, group }: Stage): Promise<void> {
	for (const name of ['王五', '李四']) town.feishu.addMember(group, town.person(name).openId);
	await 李建国.says('名册 添加 @王五 @李四', group);
}

function speakerOf({ command, by }: Line, { 张三, 李建国, 陈敏 }: Stage, { speaker }: Came): Actor {
	if (by === 'officer' || command.who === 'officer') return speaker ?? 陈敏;
	if (by === 'secretary' || command.who === 'secretary') return speaker ?? 李建国;
	return speaker ?? 张三;
}

function withNumber({ say }: Line, { number }: Came): string {
	return number === undefined ? say : say.replace(/#\d+/, `#${number}`);
}

/** Mentions are made where people sit together; help is asked for in private. */
function chatFor({ command, say }: Line, { group }: Stage): string | undefined {
	const together = say.includes('@') || command.replies === 'here';
	return together && command.page !== 'help' ? group : undefined;
}
