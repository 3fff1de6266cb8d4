import { registrationView } from '../../commands/first-run/decide.ts';
import { meetingView } from '../../commands/meeting/sheet.ts';
import { dutyView, ownView, workView } from '../../commands/ticket/views.ts';
import { transferView } from '../../commands/transfer/notify.ts';
import { answer } from '../../db/attendance.ts';
import { register } from '../../db/floats.ts';
import type { Act } from '../../db/ledger.ts';
import { type MeetingSheet, plan } from '../../db/meetings.ts';
import { noteUndelivered, rememberCard } from '../../db/outbox/index.ts';
import { personOfAccount } from '../../db/people.ts';
import { askToJoin, type Registration } from '../../db/registrations.ts';
import { enrol } from '../../db/roster.ts';
import { reminder } from '../../db/schema/index.ts';
import { assign, moveOn, openTicket, type Ticket, write } from '../../db/tickets.ts';
import { begin, move, type Transfer } from '../../db/transfers.ts';
import type { Bot } from '../../src/bot/repertoire.ts';
import type { Shown } from '../../src/bot/view.ts';
import { type Role, TREE } from './cast.ts';
import { ABOVE, INVITED, PAST, SECRETS, THERE } from './secrets.ts';
import type { Ago, Tree } from './tree.ts';
import { draftOf } from './waiting.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** X's things: what the forged buttons name. */
export interface Things {
	readonly meetings: readonly number[];
	readonly transfers: readonly number[];
	readonly tickets: readonly number[];
	readonly registration: number;
	/** Away, on X's roster, without an account. */
	readonly away: number;
	/** What X's secretary was reminded of, and what carried it. */
	readonly reminder: number;
	readonly carrier: string;
	/** Turns in which others planned a meeting: X's secretary, and who was it before. */
	readonly turns: readonly string[];
	/** To whom there are such things, by argument and value; to all others there are none of these numbers. */
	readonly known: ReadonlyMap<string, readonly Role[]>;
	/** What X's secretary has yet to look at. */
	readonly draft: string;
	/** A message that shows it, for each kind of thing. */
	readonly cards: readonly string[];
}

/** Gives X one of everything, with secrets in it. */
export function fill(bot: Bot, tree: Tree, ago: Ago): Things {
	const filler = { bot, tree, ago };
	const { db } = bot;
	const { one, node } = tree;
	enrolSilent(filler, SECRETS.rosterName.words);
	const away = awayOne(filler);
	const planned = ago(5, one('own secretary').id, 'meeting');
	const meetings = meetingsOf(filler, planned);
	noteUndelivered(db, {
		turn: planned.turn,
		by: one('own secretary').openId,
		to: { kind: 'chat', chatId: tree.group },
		about: `meeting:${meetings[0]?.id}`,
		why: 'bot-out',
		anyOne: false,
		at: planned.at,
	});
	const transfers = transfersOf(filler);
	const tickets = ticketsOf(filler);
	const applicant = personOfAccount(db, 'ou_applicant', planned.at);
	const asked = ago(4, applicant.id, 'register');
	const registration = askToJoin(db, asked, applicant.id, SECRETS.askedName.words, node('x'));
	const reminded = remind(filler, away.float);
	return {
		meetings: meetings.map(({ id }) => id),
		transfers: transfers.map(({ id }) => id),
		tickets: tickets.map(({ id }) => id),
		registration: registration.id,
		away: away.person,
		...reminded,
		draft: draftOf(bot, tree),
		turns: [planned.turn, ago(2, null, 'meeting').turn],
		known: new Map([
			...meetings.map(
				({ id, branchId }) =>
					[`meeting ${id}`, knowsMeeting(id === meetings[1]?.id, branchId === node('x'))] as const,
			),
			...transfers.map(({ id }) => [`transfer ${id}`, [...ABOVE, ...THERE]] as const),
			...tickets.map(({ id, route }) => [`ticket ${id}`, route === 'superior' ? PAST : OWN_BRANCH] as const),
		]),
		cards: show(filler, { meetings, transfers, tickets, registration }),
	};
}

const OWN_BRANCH = ['member', 'own secretary'] as const;

/** Who is invited stays so: whoever was secretary, or on the roster, when it was planned or begun. */
function knowsMeeting(begun: boolean, ofX: boolean): readonly Role[] {
	if (!ofX) return ['own secretary', "neighbour's secretary", 'officer of the whole', 'dismissed'];
	return begun ? [...ABOVE, ...INVITED, 'gone'] : [...ABOVE, ...INVITED];
}

interface Filler {
	readonly bot: Bot;
	readonly tree: Tree;
	readonly ago: Ago;
}

function enrolSilent({ bot, tree, ago }: Filler, name: string): number {
	const act = ago(8, tree.one('own secretary').id, 'roster.add');
	return enrol(bot.db, act, tree.node('x'), { name, standing: 'full' }).person.id;
}

function awayOne(filler: Filler): { person: number; float: number } {
	const { bot, tree, ago } = filler;
	const person = enrolSilent(filler, SECRETS.awayName.words);
	const act = ago(7, tree.one('own secretary').id, 'float.consent');
	const { id } = register(bot.db, act, bot.vault, {
		personId: person,
		branchId: tree.node('x'),
		direction: 'out',
		place: SECRETS.awayPlace.words,
		since: '2026-03-01',
		contact: SECRETS.contact.words,
	});
	return { person, float: id };
}

/**
 * One ahead, with a reason for not coming; one begun whose roll is open; the committee's with all its secretaries, ahead and begun. At last one
 * that somebody planned who is no secretary any more.
 */
function meetingsOf({ bot, tree, ago }: Filler, planned: Act): MeetingSheet[] {
	const { db } = bot;
	const x = { branchId: tree.node('x'), kinds: ['theme-day'] as const, invites: 'members' as const };
	const begun = plan(db, ago(6, tree.one('own secretary').id, 'meeting'), {
		...x,
		startsAt: planned.at - HOUR,
		place: SECRETS.begunPlace.words,
	});
	const ahead = plan(db, planned, {
		...x,
		startsAt: planned.at + 5 * DAY,
		place: SECRETS.meetingPlace.words,
	});
	const personId = tree.one('member').id;
	const act = ago(4, personId, 'leave');
	const reason = SECRETS.leaveReason.words;
	answer(db, act, bot.vault, { meetingId: ahead.id, personId, answer: 'leave', reason });
	answer(db, act, bot.vault, { meetingId: begun.id, personId, answer: 'coming' });
	const workers = (startsAt: number) =>
		plan(db, ago(3, tree.one('officer of the whole').id, 'meeting'), {
			branchId: tree.node('top'),
			startsAt,
			kinds: ['workers'],
			invites: 'secretaries',
		});
	const both = [workers(planned.at + 6 * DAY), workers(planned.at - HOUR)];
	plan(db, ago(2, tree.one('dismissed').id, 'meeting'), { ...x, startsAt: planned.at + 7 * DAY });
	return [ahead, begun, ...both];
}

/** From X to Y, one in each stage. */
function transfersOf(filler: Filler): Transfer[] {
	const { bot, tree, ago } = filler;
	const { db, vault } = bot;
	const act = ago(7, tree.one('own secretary').id, 'transfer.start');
	const from = { id: tree.node('x'), name: TREE.x.name };
	const to = { id: tree.node('y'), name: TREE.y.name };
	const on = '2026-11-20';
	const one = (name: string) =>
		begin(db, act, vault, {
			personId: enrolSilent(filler, SECRETS.movingName.words + name),
			floatId: null,
			from,
			to,
			stage: 'started',
			on,
		});
	const [started, letter, received, back, exempt] = [one('一'), one('二'), one('三'), one('四'), one('五')];
	const letterUntil = '2026-12-20';
	for (const each of [letter, received]) move(db, act, vault, each, { stage: 'letter', on, letterUntil });
	move(db, act, vault, received, { stage: 'received', on });
	move(db, act, vault, back, { stage: 'back', on, reason: SECRETS.whyBack.words });
	move(db, act, vault, exempt, { stage: 'exempt', on, reason: SECRETS.whyExempt.words });
	return [started, letter, received, back, exempt];
}

/** A member's requests: past the branch and to it, each open and taken on, and one that is done. */
function ticketsOf({ bot, tree, ago }: Filler): Ticket[] {
	const { db, vault } = bot;
	const requesterId = tree.one('member').id;
	const act = ago(7, requesterId, 'ticket.send');
	const ask = (route: Ticket['route'], story: string) =>
		openTicket(db, act, vault, {
			requesterId,
			branchId: tree.node('x'),
			category: 'labour',
			route,
			dutyBranchId: tree.node(route === 'superior' ? 'a' : 'x'),
			story,
			firm: null,
			messageId: null,
		});
	const take = (ticket: Ticket, role: Role): Ticket => {
		const assigneeId = tree.one(role).id;
		assign(db, ago(6, assigneeId, 'ticket.take'), ticket, assigneeId);
		return { ...ticket, assigneeId };
	};
	const past = ask('superior', SECRETS.storyPast.words);
	const branch = ask('branch', SECRETS.storyBranch.words);
	const pastTaken = take(ask('superior', SECRETS.storyPastTaken.words), 'officer of the sub-tree');
	write(db, ago(5, requesterId, 'ticket.reply'), vault, pastTaken, SECRETS.wordPast.words);
	const branchTaken = take(ask('branch', SECRETS.storyBranchTaken.words), 'own secretary');
	const done = take(ask('superior', SECRETS.storyPastTaken.words), 'officer of the sub-tree');
	moveOn(db, ago(5, done.assigneeId, 'ticket.finish'), done, 'done');
	return [past, branch, pastTaken, branchTaken, done];
}

function remind({ bot, tree, ago }: Filler, float: number) {
	const { at } = ago(3, null, 'knock');
	const carrier = 'reminder:1';
	const { id } = bot.db
		.insert(reminder)
		.values({
			rule: 'contact.due',
			step: 'due',
			subject: `float:${float}`,
			dueOn: '2026-11-20',
			personId: tree.one('own secretary').id,
			state: 'sent',
			at,
			notBefore: at,
			finishedAt: at,
			turn: carrier,
		})
		.returning()
		.get();
	return { reminder: id, carrier };
}

interface Shownable {
	readonly meetings: readonly MeetingSheet[];
	readonly transfers: readonly Transfer[];
	readonly tickets: readonly Ticket[];
	readonly registration: Registration;
}

/** The cards that people hold of these things; answers the message of one of each kind. */
function show(
	{ bot, tree, ago }: Filler,
	{ meetings, transfers, tickets, registration }: Shownable,
): string[] {
	const { at } = ago(2, null, 'courier');
	const card = (key: string, chatId: string, { view, subject }: Shown) => {
		const messageId = `om ${view} ${subject} ${chatId}`;
		rememberCard(bot.db, { messageId, chatId, key, view, subject, sentAt: at });
		return messageId;
	};
	const to = (role: Role) => tree.one(role);
	const meetingCards = meetings.map(({ id }) =>
		card(`meeting:${id}`, tree.group, meetingView.of({ meeting: id })),
	);
	const both = [to('own secretary'), to("neighbour's secretary")];
	const transferCards = transfers.flatMap(({ id }) =>
		both.map((each) =>
			card(`transfer:${id}`, each.desk, transferView.of({ transfer: id, person: each.id, turn: '' })),
		),
	);
	const ticketCards = tickets.flatMap(({ id, route, assigneeId }) => {
		const key = `ticket:${id}`;
		const duty = route === 'superior' ? [to('officer of the sub-tree')] : [to('own secretary')];
		return [
			card(key, to('member').desk, ownView.of({ ticket: id })),
			...duty.map((each) =>
				assigneeId === each.id
					? card(key, each.desk, workView.of({ ticket: id, person: each.id }))
					: card(key, each.desk, dutyView.of({ ticket: id, person: each.id })),
			),
		];
	});
	const asked = { registration: registration.id };
	const registrationCard = card(
		`registration:${registration.id}`,
		to('own secretary').desk,
		registrationView.of(asked),
	);
	return [
		...meetingCards.slice(0, 1),
		...transferCards.slice(0, 1),
		...ticketCards.slice(0, 1),
		registrationCard,
	];
}
