import type { Db } from '../../db/database.ts';
import { type Draft, draftById, keepDraft } from '../../db/drafts.ts';
import { type Act, LOOK } from '../../db/ledger.ts';
import { cardOf } from '../../db/outbox/index.ts';
import type { Me } from '../../db/people.ts';
import { ask, openQuestion, type Question, settle } from '../../db/questions.ts';
import { runs, type Scope, scopeOf } from '../../db/scope.ts';
import type { Words } from '../locales/index.ts';
import { localDate } from '../rules/dates.ts';
import type { Tenant } from './tenant.ts';
import type { Scene } from './view.ts';
import type { Action, Happening, Update } from './vocabulary/index.ts';

/** Ours: an open question waits this long. */
const QUESTION_LIVES = 15 * 60_000;
/** Ours: what is shown before it is done waits this long. */
const DRAFT_LIVES = 24 * 3_600_000;

export interface Place {
	readonly id: string;
	readonly kind: 'group' | 'private';
}

/** What a Turn has to know of the command that runs in it. */
export interface Speaking {
	readonly name: string;
	readonly writes: boolean;
	readonly replies?: 'here' | 'privately';
}

type Strings = Readonly<Record<string, string>>;

/** Ours: a card has 30 KB for all its buttons, so what is longer (a pasted list) waits as a draft instead. */
const MOST_IN_A_BUTTON = 1_000;

/** What happened, by whom, where and when, and what is known of it by now. Instants in ms. */
export class Occasion implements Scene {
	readonly tenant: Tenant;
	/** What happened; what was written in it is known to the arguments alone. */
	readonly update: Happening;
	readonly now: number;
	/** When it was said by the platform's word, never later than `now`. */
	readonly saidAt: number;
	readonly chat: Place | undefined;
	readonly #person: Me | undefined;
	#command: Speaking | undefined;
	#given: Strings = {};
	#scope: Scope | undefined;

	constructor(tenant: Tenant, update: Update, place: { person?: Me; chat?: Place }) {
		this.tenant = tenant;
		this.update = withoutWords(update);
		this.now = tenant.clock.now();
		this.saidAt = Math.min(update.at, this.now);
		this.chat = place.chat;
		this.#person = place.person;
	}

	get db(): Db {
		return this.tenant.db;
	}

	get t(): Words {
		return this.tenant.words;
	}

	get vault(): Scene['vault'] {
		return this.tenant.vault;
	}

	get zone(): string {
		return this.tenant.zone;
	}

	get book(): Scene['book'] {
		return this.tenant.book;
	}

	/** The local date, `YYYY-MM-DD`. */
	get today(): string {
		return localDate(this.now, this.tenant.zone);
	}

	/** Whether a person is behind this update. */
	get hasPerson(): boolean {
		return this.#person !== undefined;
	}

	/** Who speaks; throws when the update has no person (ask `hasPerson` where that can be). */
	get me(): Me {
		if (!this.#person) throw new Error(`nobody stands behind ${this.update.kind}`);
		return this.#person;
	}

	/** Said in private, or tapped on a card that only this person sees. */
	get isPrivate(): boolean {
		return this.chat?.kind === 'private';
	}

	/** The thing on the card that was tapped, or that a message answers. */
	get shown(): { readonly kind: string; readonly id: number } | undefined {
		const { update } = this;
		const message =
			update.kind === 'tap' ? update.messageId : update.kind === 'message' ? update.repliesTo : undefined;
		const [kind, id] = (message && cardOf(this.db, message)?.key.split(':')) || [];
		return kind && id ? { kind, id: Number(id) } : undefined;
	}

	/** The command that runs; decides how a group is answered and stands in the ledger. */
	begin(command: Speaking): void {
		this.#command = command;
		this.#given = {};
	}

	/** Whether the command that runs answers in the group it was said in. */
	protected get answersHere(): boolean {
		return this.#command?.replies === 'here';
	}

	/** The name of the command that runs, or what happened. */
	get doing(): string {
		return this.#command?.name ?? this.update.kind;
	}

	/** The arguments as they were read, and what was found out since. */
	get given(): Strings {
		return this.#given;
	}

	/** An argument is known by now: it goes along with whatever is asked next. */
	found(arg: string, value: string): void {
		this.#given = { ...this.#given, [arg]: value };
	}

	/** What says the same again with these arguments, for a button. */
	again(args: Strings): Action {
		if (this.#command === undefined) throw new Error('nothing was said that could be said again');
		const command = this.#command.name;
		const all = { ...this.#given, ...args };
		if (JSON.stringify(all).length <= MOST_IN_A_BUTTON) return { command, args: all };
		return { command, args, draft: this.keep(null) };
	}

	/** The draft that goes on in this Turn, or the name under which one would begin. */
	get draft(): string {
		const { update } = this;
		return (update.kind === 'tap' && update.action?.draft) || update.id;
	}

	/** What was said waits as a draft, under `card` where it has one of its own (as JSON); answers its name. */
	keep(card: string | null): string {
		const id = this.draft;
		const expiresAt = this.now + DRAFT_LIVES;
		const kept = { id, personId: this.me.id, command: this.doing, args: this.#given, card, expiresAt };
		keepDraft(this.db, this.tenant.vault, kept);
		return id;
	}

	/** A draft of this person's. */
	drafted(id: string): Draft | undefined {
		const found = draftById(this.db, this.tenant.vault, id, this.now);
		return found?.personId === this.me.id ? found : undefined;
	}

	/** Who does what here, for the ledger; throws in a command that declares to write nothing. */
	act(): Act {
		if (this.#command?.writes === false) throw new Error(`${this.doing} declares that it writes nothing`);
		return {
			turn: this.update.id,
			by: this.#person?.id ?? null,
			command: this.doing,
			at: this.now,
			saidAt: this.saidAt,
		};
	}

	/** Who looks at names, for the ledger. A look changes nothing, so it is no part of what the Turn did and 撤回 passes it by. */
	lookAct(): Act {
		const { update, me, now, saidAt } = this;
		return { turn: `look:${update.id}`, by: me.id, command: LOOK, at: now, saidAt };
	}

	/**
	 * Asks for one argument, or (with `missing` null) what is to be different in a draft; the next words of this person in
	 * this chat are the answer. What was asked before is forgotten.
	 */
	ask(command: string, args: Strings, missing: string | null, draft?: string): void {
		const chatId = this.questionPlace;
		const expiresAt = this.now + QUESTION_LIVES;
		const asked = { personId: this.me.id, chatId, command, args, missing, draft: draft ?? null, expiresAt };
		ask(this.db, this.tenant.vault, asked);
	}

	/** Asks for an argument of what was said just now; what is known of it already is not asked again. */
	askFor(missing: string): void {
		this.ask(this.doing, this.#given, missing);
	}

	/** What waits for this person's answer in this chat. */
	question(): Question | undefined {
		return openQuestion(this.db, this.tenant.vault, this.me.id, this.questionPlace, this.now);
	}

	/** The open question of this person in this chat is answered. */
	settle(): void {
		settle(this.db, this.me.id, this.questionPlace);
	}

	/** Where a question waits: in private, unless the command answers in the group itself. */
	get questionPlace(): string {
		const here = this.#command === undefined || this.answersHere;
		return here && this.chat?.kind === 'group' ? this.chat.id : 'private';
	}

	/** The part of the tree this person looks after. */
	get scope(): Scope {
		this.#scope ??= scopeOf(this.db, this.me);
		return this.#scope;
	}

	/** The branches this person runs. */
	get managed(): readonly number[] {
		return this.scope.managed;
	}

	/** Whether this person runs the branch, as its secretary or as an officer above. */
	runs(branchId: number): boolean {
		return runs(this.db, this.me, branchId);
	}
}

function withoutWords(update: Update): Happening {
	if (update.kind !== 'message') return update;
	const { text: _, mentions: __, ...happening } = update;
	return happening;
}
