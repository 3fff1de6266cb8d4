import { expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import * as answer from '../../src/reading/answer.ts';
import * as courtesy from '../../src/reading/courtesy.ts';
import * as floats from '../../src/reading/floats.ts';
import { hear } from '../../src/reading/hear/index.ts';
import * as meeting from '../../src/reading/meeting.ts';
import * as need from '../../src/reading/need.ts';
import { normalise } from '../../src/reading/normalise.ts';
import * as numbers from '../../src/reading/numbers.ts';
import * as organisations from '../../src/reading/organisations.ts';
import * as people from '../../src/reading/people.ts';
import { readRoll } from '../../src/reading/roll/index.ts';
import { readRoster } from '../../src/reading/roster/index.ts';
import * as when from '../../src/reading/when/index.ts';

const ROSTER = ['张三', '李四', '王芳'].map((name, id) => ({ id, name }));
const TODAY = '2026-11-23';
const NOW = Date.parse('2026-11-23T10:00:00+08:00');

type Reader = (text: string) => unknown;

/** Every reader of one text alone, and those that need more. */
const readers: readonly (readonly [string, Reader])[] = [
	...[answer, courtesy, floats, meeting, need, numbers, organisations, people].flatMap((file) =>
		Object.entries(file).filter(
			(pair): pair is [string, Reader] =>
				typeof pair[1] === 'function' && pair[1].length === 1 && !/namesIn/.test(pair[0]),
		),
	),
	['normalise', normalise],
	['hear', (text) => hear(text, zhibu.vocabulary)],
	['readRoll', (text) => readRoll(text, ROSTER)],
	['readRoster', readRoster],
	['readPeople', (text) => people.readPeople(text, ROSTER)],
	['readSomebody', (text) => people.readSomebody(text, /^请假/)],
	['readWhen', (text) => when.readWhen(text, NOW, 'Asia/Shanghai')],
	['readDate', (text) => when.readDate(text, TODAY)],
	['readDayBehind', (text) => when.readDayBehind(text, TODAY)],
	['readDayUntil', (text) => when.readDayUntil(text, TODAY)],
	['readQuarter', (text) => when.readQuarter(text, TODAY)],
	['readDuration', when.readDuration],
	['readHours', when.readHours],
	['readPause', (text) => when.readPause(`暂停${text}`, TODAY)],
	['readValidity', (text) => when.readValidity(text, TODAY)],
];

const PIECES =
	'1|9 |到6|请假|不|。|:|(|《|张|张三、|支部|a|ab |#|@_user_1|「|了|半|微信|电话:|138|\t|\n|\t1|张\t|\n张三|预备党员(|國|#接龙\n张三\n|都|其他|3点|6pm-|暂停| '.split(
		'|',
	);
const LENGTH = 20_000;

/** Processor time, since the machine may be busy; a pattern that scans the rest at every sign takes a second and more. */
const MOST_MS = 200;

function took(work: () => void): number {
	const began = process.threadCpuUsage();
	work();
	const { user, system } = process.threadCpuUsage(began);
	return (user + system) / 1000;
}

test.each(readers)('%s is not kept busy by a hostile text', (_name, reader) => {
	reader('张三 请假');
	for (const piece of PIECES) {
		for (const text of [
			piece.repeat(LENGTH / piece.length),
			`请假${piece.repeat(LENGTH / piece.length)}x!`,
		]) {
			const ms = took(() => reader(text));
			expect(ms, `${JSON.stringify(piece)} repeated`).toBeLessThan(MOST_MS);
		}
	}
});
