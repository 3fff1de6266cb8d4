import { branchById } from '../../db/branches.ts';
import { seatsOf } from '../../db/chats.ts';
import { enrol } from '../../db/roster.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { Said } from '../../src/bot/said.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Mention } from '../../src/bot/vocabulary/index.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { type RosterDoubt, type RosterEntry, readRoster } from '../../src/reading/roster/index.ts';
import { giveNotice } from '../notice/notice.ts';

/** One person of a pasted list, with the account of that name in the branch's group where it is certain. */
interface PastedPerson {
	readonly line: number;
	readonly name: string;
	readonly standing: 'full' | 'probationary' | 'activist';
	readonly openId?: string;
}

export interface Doubt {
	/** Its place among all that was read; the list is read anew at every tap, and in the same order. */
	readonly place: number;
	readonly line: number;
	readonly name: string;
	readonly text: string;
	readonly why: RosterDoubt | 'two-accounts';
}

/** A pasted list as it is understood so far. */
export interface Paste {
	readonly entries: readonly PastedPerson[];
	/** Lines that are asked about, in their order. */
	readonly doubts: readonly Doubt[];
	/** Lines of which nothing could be read. */
	readonly lost: readonly string[];
	readonly dropped: { readonly phones: number; readonly idNumbers: number; readonly others: number };
	/** Every entry was mentioned, so that nothing has to be guessed. */
	readonly allMentioned: boolean;
}

/** Reads a list for a branch; `decided` says what was decided about doubtful lines. */
export function pasteOf(
	turn: Turn,
	branchId: number,
	given: { list: string; decided?: string; mentions: readonly Mention[] },
): Paste {
	const { mentions } = given;
	const decided = new Map((given.decided ?? '').split(',').map((each) => splitDecision(each)));
	const read = readRoster(given.list);
	const said = new Said('', mentions);
	const chatId = branchById(turn.db, branchId)?.chatId;
	const seats = Map.groupBy(chatId ? seatsOf(turn.db, chatId) : [], ({ name }) => name);
	const mentioned = new Map(mentions.map((each) => [each.key, each]));
	const entries: PastedPerson[] = [];
	const doubts: Doubt[] = [];
	for (const [place, entry] of read.entries.entries()) {
		const mention = entry.mention === undefined ? undefined : mentioned.get(entry.mention);
		const name = mention?.name ?? entry.name;
		const accounts = mention ? [] : (seats.get(name) ?? []);
		const why = entry.doubt ?? (accounts.length > 1 ? ('two-accounts' as const) : undefined);
		const decision = decided.get(place);
		if (why && decision === undefined)
			doubts.push({ place, line: entry.line, name, text: said.named(entry.text), why });
		if (why && decision !== 'yes') continue;
		const openId = mention?.openId ?? (accounts.length === 1 ? accounts[0]?.openId : undefined);
		entries.push({ line: entry.line, name, standing: entry.standing ?? 'full', openId });
	}
	return {
		entries,
		doubts,
		lost: read.unread.map(({ text }) => said.named(text)),
		dropped: read.dropped,
		allMentioned: read.entries.every((entry: RosterEntry) => entry.mention !== undefined),
	};
}

function splitDecision(text: string): [number, string | undefined] {
	const [place, take] = text.split(':');
	return [Number(place), take];
}

/** Somebody is on one roster at most; on whose is said to those who look after that branch too. */
export function isElsewhere(
	turn: Turn,
	name: string,
	home: { readonly id: number; readonly name: string },
): Refusal {
	return turn.runs(home.id)
		? new Refusal('roster.elsewhere', { name, branch: home.name })
		: new Refusal('roster.not-possible', { name });
}

/** Puts everybody of a list on the roster and says what became of each. */
export function enrolAll(turn: Turn, branchId: number, { entries }: Paste): void {
	const { t } = turn;
	const done = entries.map((entry) => ({ name: entry.name, ...enrol(turn.db, turn.act(), branchId, entry) }));
	for (const each of done)
		if (each.kind === 'added' || each.kind === 'linked') giveNotice(turn, each.person.id);
	const names = (kind: string) => done.filter((each) => each.kind === kind).map(({ name }) => name);
	const lines = [
		sentence(names('added'), (list, count) => t('roster.added', { list, count })),
		sentence(names('linked'), (list) => t('roster.linked', { list })),
		sentence(names('already'), (list) => t('roster.already', { list })),
		...done.flatMap((each) =>
			each.kind === 'elsewhere' ? [t.say(isElsewhere(turn, each.name, each.home))] : [],
		),
	].filter((line) => line !== undefined);
	const changed = done.some(({ kind }) => kind === 'added' || kind === 'linked');
	turn.say(
		doneCard({
			title: t(changed ? 'roster.done' : 'roster.nothing-new'),
			lockScreen: t('roster.done-summary'),
			text: lines.join('\n'),
			facts: [[t('meeting.branch'), branchById(turn.db, branchId)?.name ?? '']],
			buttons: changed ? [undoButton(t, turn.update.id)] : [],
			tone: changed ? 'good' : 'plain',
		}),
	);

	function sentence(people: string[], say: (list: string, count: number) => string): string | undefined {
		return people.length === 0 ? undefined : say(people.join(t('list.comma')), people.length);
	}
}
