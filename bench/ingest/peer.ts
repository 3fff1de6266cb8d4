import { randomUUID } from 'node:crypto';
import { adaptExpress, EventDispatcher } from '@larksuiteoapi/node-sdk';
import Database from 'better-sqlite3';
import express from 'express';
import { answerWith, processorTime, tell } from '../process.ts';
import { APP } from '../village.ts';

/**
 * The peer: what one writes who builds the same with the official SDK, Express and better-sqlite3: the SDK verifies and
 * decrypts, statements are prepared once, each event is one transaction. `peer.ts <database>`. It reads and writes the
 * rows ours does, in the same tables; it neither seals, draws cards, reads language, counts metrics nor sends.
 */
const file = new Database(process.argv[2] ?? '', { timeout: 250 });
file.pragma('journal_mode = WAL');
file.pragma('synchronous = FULL');
file.pragma('foreign_keys = ON');
file.pragma('secure_delete = ON');
file.pragma('temp_store = MEMORY');

const self = file.prepare('select * from app where id = 1');
const receive = file.prepare(
	'insert into inbox (event_id, message_id, received_at) values (?, ?, ?) on conflict do nothing returning event_id',
);
const person = file.prepare<[string], { id: number; open_id: string }>(
	'select * from person where open_id = ?',
);
const roles = file.prepare('select role, branch_id from role where person_id = ? and until is null');
const memberships = file.prepare(
	'select branch_id, standing from membership where person_id = ? and until is null',
);
const chat = file.prepare('select * from chat where id = ?');
const settle = file.prepare('delete from question where person_id = ? and chat_id = ?');
const invitations = file.prepare<[number, number], { id: number; branch_id: number; starts_at: number }>(
	`select m.* from attendance a join meeting m on m.id = a.meeting_id
	where a.person_id = ? and m.state = 'open' and m.starts_at > ? order by m.starts_at`,
);
const branch = file.prepare<[number], { name: string }>('select id, name, chat_id from branch where id = ?');
const kinds = file.prepare<[number], { kind: string }>('select * from meeting_kind where meeting_id = ?');
const line = file.prepare<[number, number], { answered_at: number | null }>(
	'select * from attendance where meeting_id = ? and person_id = ?',
);
const write = file.prepare(
	'update attendance set answer = ?, answered_at = ?, answered_by = ?, reason = ? where meeting_id = ? and person_id = ?',
);
const ledger = file.prepare<unknown[], { id: number }>(
	`insert into ledger (turn, at, person_id, command, subject_table, subject_key, change, fields)
	values (?, ?, ?, ?, ?, ?, ?, ?) returning id`,
);
const image = file.prepare(
	'insert into ledger_image (ledger_id, subject_person_id, before, after, forget_at) values (?, ?, ?, ?, ?)',
);
const cards = file.prepare('select * from card where key = ? and view is not null');
const say = file.prepare(
	`insert into outbox (uuid, turn, work, lane, target, content, card_key, not_before, state, attempts, doubtful, urgent, created_at)
	values (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, 0, 0, ?)`,
);

const COMMANDS = { 参加: 'coming', 请假: 'leave', 晚点到: 'late' } as const;

interface Received {
	readonly event_id: string;
	readonly create_time: string;
	readonly sender: { readonly sender_id?: { readonly open_id?: string } };
	readonly message: { readonly message_id: string; readonly chat_id: string; readonly content: string };
}

const answer = file.transaction((event: Received): void => {
	const now = Date.now();
	const { message_id: messageId, chat_id: chatId, content } = event.message;
	self.get();
	if (!receive.get(event.event_id, messageId, now)) return;
	const who = person.get(event.sender.sender_id?.open_id ?? '');
	if (!who) return;
	roles.all(who.id);
	memberships.all(who.id);
	chat.get(chatId);
	const { text }: { text: string } = JSON.parse(content);
	const [word = '', reason = null] = text.split(' ');
	if (!isAnswer(word)) return;
	settle.run(who.id, 'private');
	const [meeting] = invitations.all(who.id, now - 12 * 3_600_000);
	if (!meeting) return;
	const at = branch.get(meeting.branch_id);
	const kind = kinds.all(meeting.id).map((row) => row.kind);
	const before = line.get(meeting.id, who.id);
	const saidAt = Math.min(now, Number(event.create_time));
	if (!before || (before.answered_at ?? 0) > saidAt) return;
	const after = { answer: COMMANDS[word], answeredAt: saidAt, answeredBy: who.id, reason };
	write.run(after.answer, saidAt, who.id, reason, meeting.id, who.id);
	const noted = ledger.get(
		event.event_id,
		now,
		who.id,
		word,
		'attendance',
		JSON.stringify({ meetingId: meeting.id, personId: who.id }),
		'changed',
		JSON.stringify(Object.keys(after)),
	);
	image.run(noted?.id, who.id, JSON.stringify(before), JSON.stringify(after), now + 86_400_000);
	cards.all(`meeting:${meeting.id}`);
	line.get(meeting.id, who.id);
	say.run(
		randomUUID(),
		event.event_id,
		'send',
		`person:${who.open_id}`,
		JSON.stringify({ kind: 'account', openId: who.open_id }),
		JSON.stringify({
			kind: 'card',
			card: { title: `已记下：${word}`, meeting, branch: at?.name, kind, reason },
		}),
		`meeting:${meeting.id}`,
		now,
		now,
	);
});

function isAnswer(word: string): word is keyof typeof COMMANDS {
	return word in COMMANDS;
}

const nothing = () => undefined;
const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing };
const dispatcher = new EventDispatcher({
	encryptKey: APP.encryptKey,
	verificationToken: APP.verificationToken,
	logger: silent,
}).register({
	'im.message.receive_v1': (event) => {
		const { event_id, create_time } = event;
		if (event_id === undefined || create_time === undefined) throw new Error('an event without its id');
		answer.immediate({ ...event, event_id, create_time });
		return {};
	},
});

const app = express();
app.use(express.json());
app.post('/lark/events', adaptExpress(dispatcher, { autoChallenge: true }));
answerWith(processorTime);
const server = app.listen(0, '127.0.0.1', () => {
	const address = server.address();
	tell(String(typeof address === 'object' ? address?.port : ''));
});
