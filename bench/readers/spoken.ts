import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zhibu } from '../../commands/index.ts';
import { rememberSelf } from '../../db/app.ts';
import { branchesBelow } from '../../db/branches.ts';
import { rememberChat } from '../../db/chats.ts';
import { appoint, meOf, personOfAccount } from '../../db/people.ts';
import { handle } from '../../src/bot/inbox.ts';
import type { Bot } from '../../src/bot/repertoire.ts';
import { Said } from '../../src/bot/said.ts';
import { Turn } from '../../src/bot/turn.ts';
import type { Mention, MessageUpdate, Update } from '../../src/bot/vocabulary/index.ts';
import { timetable } from '../../src/reminders/index.ts';
import { assemble } from '../../src/runtime/bot.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { Custody } from '../../src/runtime/node/custody.ts';
import { openDatabase } from '../../src/runtime/node/database.ts';
import { GroupCommit } from '../../src/runtime/node/group-commit.ts';
import { pinoLog, promMetrics } from '../../src/runtime/node/operator.ts';
import { buildVillage, DATA_KEY, openIdOf, privateChatOf } from '../village.ts';
import type { Reader } from './exported.ts';

/** Who speaks: an officer of the whole village, who has everybody on their roster. */
const OFFICER = 0;

/** As many as a message may hold; some of them stand in the texts. */
const MENTIONS: readonly Mention[] = Array.from({ length: 200 }, (_, index) => ({
	key: `@_user_${index + 1}`,
	openId: openIdOf(index + 1),
	name: `党员${index + 1}`,
}));

/**
 * Every argument of every command, each with a text of its own; every command with a text behind its word, as a message of
 * the village's officer; and every argument filled in by a card. All of it derived from the repertoire. What is written is rolled back.
 */
export function spokenReaders(): { readonly readers: readonly Reader[]; close(): void } {
	const directory = mkdtempSync(join(tmpdir(), 'zhibu-readers-'));
	const path = join(directory, 'village.db');
	buildVillage(path);
	const { db, file } = openDatabase(path);
	const store = new GroupCommit(file, new Custody(file), {
		committed: () => undefined,
		voided: () => undefined,
	});
	const bot = assemble({
		db,
		store,
		log: pinoLog('silent'),
		dataKeys: [DATA_KEY],
		clock: systemClock(undefined, 0),
		zone: 'Asia/Shanghai',
		locale: 'zh-CN',
		metrics: promMetrics(),
		repertoire: zhibu,
		timetable,
	});
	rememberSelf(db, 'ou_bot', '支部助手');
	const undone = <T>(work: () => T) => {
		file.exec('BEGIN');
		try {
			return work();
		} finally {
			file.exec('ROLLBACK');
		}
	};
	file.exec('BEGIN');
	makeOfficer(bot);
	file.exec('COMMIT');
	const inside = (readers: readonly Reader[]) =>
		readers.map(({ name, read }) => ({ name, read: (text: string) => undone(() => read(text)) }));
	return {
		readers: inside([...argumentsOf(bot), ...messagesTo(bot), ...tapsOn(bot)]),
		close() {
			file.close();
			rmSync(directory, { recursive: true });
		},
	};
}

function makeOfficer({ db, clock }: Bot): void {
	const at = clock.now();
	const [root] = branchesBelow(db, null).filter(({ kind }) => kind === 'committee');
	if (!root) throw new Error('a village without a committee');
	const { id } = personOfAccount(db, openIdOf(OFFICER), at);
	appoint(db, { turn: 'readers', by: id, command: 'readers', at, saidAt: at }, id, {
		role: 'officer',
		branchId: root.id,
	});
	rememberChat(db, privateChatOf(OFFICER), 'private');
}

let messages = 0;

function message(text: string): MessageUpdate {
	messages++;
	return {
		kind: 'message',
		id: `event-${messages}`,
		at: Date.now(),
		messageId: `om_${messages}`,
		chatId: privateChatOf(OFFICER),
		chatType: 'private',
		from: openIdOf(OFFICER),
		fromApp: false,
		form: 'text',
		text,
		mentions: MENTIONS,
	};
}

function argumentsOf(bot: Bot): Reader[] {
	return [...bot.repertoire.commands.values()].flatMap((command) =>
		Object.entries(command.args).flatMap(([name, { read }]) =>
			read === undefined
				? []
				: [
						{
							name: `${command.name}: ${name}`,
							read(text: string) {
								const person = personOfAccount(bot.db, openIdOf(OFFICER), bot.clock.now());
								const chat = { id: privateChatOf(OFFICER), kind: 'private' } as const;
								const turn = new Turn(bot, message(text), { person: meOf(bot.db, person), chat });
								refusing(() => read(new Said(text, MENTIONS), turn));
							},
						},
					],
		),
	);
}

/** What an argument refuses is as good an answer as any. */
function refusing(work: () => unknown): void {
	try {
		work();
	} catch (error) {
		if (!(error instanceof Error) || !/^(?:Refusal|Missing|Choose)$/.test(error.name)) throw error;
	}
}

function messagesTo(bot: Bot): Reader[] {
	const said = bot.repertoire.help.map(({ name, words: [word = ''] }) => ({ name, word }));
	return [{ name: 'no command', word: '' }, ...said].map(({ name, word }) => ({
		name: `said: ${name}`,
		read: (text) => handle(bot, message(`${word} ${text}`.slice(0, text.length))),
	}));
}

function tapsOn(bot: Bot): Reader[] {
	return [...bot.repertoire.commands.values()].flatMap((command) =>
		Object.keys(command.args).map((arg) => ({
			name: `filled in: ${command.name}: ${arg}`,
			read(text: string) {
				messages++;
				const tap: Update = {
					kind: 'tap',
					id: `event-${messages}`,
					at: Date.now(),
					by: openIdOf(OFFICER),
					messageId: 'om_0',
					chatId: privateChatOf(OFFICER),
					action: { command: command.name, args: {} },
					form: { [arg]: text },
				};
				handle(bot, tap);
			},
		})),
	);
}
