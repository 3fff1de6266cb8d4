import { branchesBelow, pathOf } from '../../db/branches.ts';
import type { Db } from '../../db/database.ts';
import type { Act } from '../../db/ledger.ts';
import * as outbox from '../../db/outbox/index.ts';
import { type Me, personById } from '../../db/people.ts';
import { ask, openQuestion, type Question, settle } from '../../db/questions.ts';
import type { Words } from '../locales/index.ts';
import { localDate } from '../rules/dates.ts';
import { runsBranch } from '../rules/roles.ts';
import type { ErrandName } from './courier/job.ts';
import { type Say, toContent } from './say.ts';
import type { Tenant } from './tenant.ts';
import type { Answer, Card, Target, Toast, Update } from './vocabulary/index.ts';

/** Ours: an open question waits this long. */
const QUESTION_LIVES = 15 * 60_000;

export interface Place {
	readonly id: string;
	readonly kind: 'group' | 'private';
}

/** What a Turn has to know of the command that runs in it. */
export interface Speaking {
	readonly name: string;
	readonly answers?: 'here' | 'privately';
}

export interface Extra {
	/** What it is about, such as `meeting:12`: replying to it means that meeting. */
	readonly about?: string;
	/** Asked again at the moment of sending: [name, subject]. */
	readonly condition?: readonly [name: string, subject: string];
	/** Sent again when it stays unknown whether it arrived, marked 「可能重复」. */
	readonly urgent?: boolean;
}

/**
 * One update, handled in one synchronous transaction: what is read, written and said in it is durable together
 * or not at all. Instants in ms.
 */
export class Turn {
	readonly tenant: Tenant;
	readonly update: Update;
	readonly now: number;
	/** When it was said by the platform's word, never later than `now`. */
	readonly saidAt: number;
	readonly chat: Place | undefined;
	readonly #person: Me | undefined;
	#command: Speaking | undefined;
	#answer: Answer = {};
	#managed: number[] | undefined;

	constructor(tenant: Tenant, update: Update, place: { person?: Me; chat?: Place }) {
		this.tenant = tenant;
		this.update = update;
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

	/** What goes back in the answer to a tap. */
	get answer(): Answer {
		return this.#answer;
	}

	/** Said in private, or tapped on a card that only this person sees. */
	get isPrivate(): boolean {
		return this.chat?.kind === 'private';
	}

	/** The command that runs; decides how a group is answered and stands in the ledger. */
	begin(command: Speaking): void {
		this.#command = command;
	}

	/** Who does what here, for the ledger. */
	act(): Act {
		return {
			turn: this.update.id,
			by: this.#person?.id ?? null,
			command: this.#command?.name ?? this.update.kind,
			at: this.now,
			saidAt: this.saidAt,
		};
	}

	/** Answers where it was asked; in a group in private, unless the command answers there. */
	say(what: Say, extra: Extra = {}): void {
		if (this.update.kind === 'tap') this.#sayToTap(what, extra);
		else if (this.isPrivate || this.#command?.answers !== 'here') this.whisper(what, extra);
		else if (this.update.kind === 'message' && this.chat) {
			const { messageId } = this.update;
			this.#enqueue({ kind: 'reply', messageId, chatId: this.chat.id }, what, extra);
		}
	}

	/** Says why something can't be done: as a warning on the tapped card, which stays as it is, or in words. */
	refuse(text: string): void {
		if (this.update.kind === 'tap') this.#toast(text, 'warning');
		else this.say(text);
	}

	/** Says it to the speaker alone. */
	whisper(what: Say, extra: Extra = {}): void {
		if (this.me.openId) this.#enqueue({ kind: 'account', openId: this.me.openId }, what, extra);
	}

	/** Says it to another person alone; false when they have no account to say it to. */
	notify(personId: number, what: Say, extra: Extra = {}): boolean {
		const person = personById(this.db, personId);
		if (!person?.openId || person.leftAt !== null) return false;
		this.#enqueue({ kind: 'account', openId: person.openId }, what, extra);
		return true;
	}

	/** Says it to a group. */
	post(chatId: string, what: Say, extra: Extra = {}): void {
		this.#enqueue({ kind: 'chat', chatId }, what, extra);
	}

	/** Draws every card anew that shows this. */
	redraw(about: string): void {
		outbox.enqueuePatch(this.db, this.update.id, about, this.now);
	}

	/** Has something fetched from the platform; the errand of that name gets it in a Turn of its own. */
	fetch(fetch: ErrandName, errand: string, args: Readonly<Record<string, string>>): void {
		const by = this.#person?.id ?? null;
		outbox.enqueueErrand(this.db, { turn: this.update.id, errand, fetch, args, by, now: this.now });
	}

	/**
	 * Asks for one argument, or (with `missing` null) for a tap; the next words of this person in this chat are
	 * the answer. What was asked before is forgotten.
	 */
	ask(command: string, args: Readonly<Record<string, string>>, missing: string | null): void {
		const chatId = this.questionPlace;
		const expiresAt = this.now + QUESTION_LIVES;
		ask(this.db, this.tenant.vault, { personId: this.me.id, chatId, command, args, missing, expiresAt });
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
		const here = this.#command === undefined || this.#command.answers === 'here';
		return here && this.chat?.kind === 'group' ? this.chat.id : 'private';
	}

	/** The branches this person looks after: as secretary the own ones, as officer those below too. */
	get managed(): readonly number[] {
		this.#managed ??= this.#findManaged();
		return this.#managed;
	}

	/** Whether this person runs the branch, as its secretary or as an officer above. */
	runs(branchId: number): boolean {
		return runsBranch(this.me.roles, pathOf(this.db, branchId));
	}

	#findManaged(): number[] {
		const { roles } = this.me;
		const own = roles.flatMap(({ role, branchId }) =>
			role === 'secretary' && branchId !== null ? [branchId] : [],
		);
		const officer = roles.filter(({ role }) => role === 'officer');
		if (officer.length === 0) return own;
		const whole = officer.some(({ branchId }) => branchId === null);
		const roots = officer.flatMap(({ branchId }) => (branchId === null ? [] : [branchId]));
		return [...new Set([...own, ...branchesBelow(this.db, whole ? null : roots).map(({ id }) => id)])];
	}

	#sayToTap(what: Say, extra: Extra): void {
		const opens = this.update.kind === 'tap' && this.update.action?.opens === true;
		const drawn = toContent(what);
		if (!this.isPrivate) {
			if (opens) this.whisper(what, extra);
			this.#toast(opens ? this.t('spine.see-private') : toastOf(what, this));
		} else if (opens || drawn.kind === 'text') this.whisper(what, extra);
		else this.#replaceTapped(what, extra);
	}

	/** The card that was tapped becomes this one, in the answer itself. */
	#replaceTapped(what: Say, extra: Extra): void {
		const content = toContent(what);
		const card = content.kind === 'text' ? undefined : this.draw(content);
		if (!card || this.update.kind !== 'tap') return;
		this.#answer = { ...this.#answer, card };
		outbox.rememberCard(this.db, {
			messageId: this.update.messageId,
			chatId: this.update.chatId,
			key: extra.about ?? '',
			view: content.kind === 'view' ? content.view : null,
			subject: content.kind === 'view' ? content.subject : null,
			sentAt: this.now,
		});
	}

	/** Draws a card, or the view it names from the database; undefined when the view's subject is gone. */
	draw(content: Exclude<ReturnType<typeof toContent>, { kind: 'text' }>): Card | undefined {
		if (content.kind === 'card') return content.card;
		const { db, now } = this;
		const scene = { db, now, t: this.t, zone: this.tenant.zone, vault: this.tenant.vault };
		return this.tenant.views.get(content.view)?.draw(scene, content.subject);
	}

	#toast(text: string, tone: Toast['tone'] = 'success'): void {
		this.#answer = { ...this.#answer, toast: { tone, text } };
	}

	#enqueue(target: Target, what: Say, { about, condition, urgent }: Extra): void {
		outbox.enqueue(this.db, this.tenant.vault, {
			turn: this.update.id,
			target,
			content: JSON.stringify(toContent(what)),
			now: this.now,
			about,
			condition,
			urgent,
		});
	}
}

function toastOf(what: Say, turn: Turn): string {
	const content = toContent(what);
	if (content.kind === 'text') return content.text;
	const card = turn.draw(content);
	return card?.summary ?? card?.title ?? '';
}
