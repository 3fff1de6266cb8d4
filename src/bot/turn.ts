import { enqueue, enqueueErrand, enqueuePatch, rememberCard } from '../../db/outbox/index.ts';
import { personById } from '../../db/people.ts';
import { Occasion } from './occasion.ts';
import { type Asked, covered, type Say, toContent } from './view.ts';
import type { Answer, Card, Content, Target, Toast } from './vocabulary/index.ts';

type Strings = Readonly<Record<string, string>>;

export interface Extra {
	/** What it is about, such as `meeting:12`: replying to it means that meeting. */
	readonly about?: string;
	/** Asked again at the moment of sending. */
	readonly condition?: Asked;
	/** Sent again when it stays unknown whether it arrived, marked 「可能重复」. */
	readonly urgent?: boolean;
	/** It is enough that one of those this Turn says it to receives it. */
	readonly anyOne?: boolean;
}

/**
 * One update, handled in one synchronous transaction: what is read, written and said in it is durable together
 * or not at all.
 */
export class Turn extends Occasion {
	#answer: Answer = {};
	#hushed = false;

	/** What goes back in the answer to a tap. */
	get answer(): Answer {
		return this.#answer;
	}

	/** Does this so that no card said in it shows a locked phone more than that there is something. */
	hush<T>(work: () => T): T {
		const before = this.#hushed;
		this.#hushed = true;
		try {
			return work();
		} finally {
			this.#hushed = before;
		}
	}

	/** Answers where it was asked; in a group in private, unless the command answers there. */
	say(what: Say, extra: Extra = {}): void {
		if (this.update.kind === 'tap') this.#sayToTap(what, extra);
		else if (this.isPrivate || !this.answersHere) this.whisper(what, extra);
		else if (this.update.kind === 'message' && this.chat) {
			const { messageId, from } = this.update;
			this.#enqueue({ kind: 'reply', messageId, chatId: this.chat.id, to: from }, what, extra);
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
		enqueuePatch(this.db, this.update.id, about, this.now);
	}

	/** Has something fetched from the platform; the errand gets it in a Turn of its own. */
	send({ name }: { readonly kind: 'errand'; readonly name: string }, args: Strings): void {
		const by = this.hasPerson ? this.me.id : null;
		enqueueErrand(this.db, { turn: this.update.id, errand: name, args, by, now: this.now });
	}

	#sayToTap(what: Say, extra: Extra): void {
		const opens = this.update.kind === 'tap' && this.update.action?.opens === true;
		const drawn = this.#contentOf(what);
		if (!this.isPrivate) {
			if (opens) this.whisper(what, extra);
			this.#toast(opens ? this.t('spine.see-private') : toastOf(what, this));
		} else if (opens || drawn.kind === 'text') this.whisper(what, extra);
		else this.#replaceTapped(what, extra);
	}

	/** The card that was tapped becomes this one, in the answer itself. */
	#replaceTapped(what: Say, extra: Extra): void {
		const content = this.#contentOf(what);
		const card = content.kind === 'text' ? undefined : this.draw(content);
		if (!card || this.update.kind !== 'tap') return;
		this.#answer = { ...this.#answer, card };
		rememberCard(this.db, {
			messageId: this.update.messageId,
			chatId: this.update.chatId,
			key: extra.about ?? '',
			view: content.kind === 'view' ? content.view : null,
			subject: content.kind === 'view' ? content.subject : null,
			sentAt: this.now,
		});
	}

	#contentOf(what: Say): Content {
		const content = toContent(what);
		if (!this.#hushed || content.kind !== 'card') return content;
		return { ...content, card: covered(content.card, this.t('spine.private')) };
	}

	/** Draws a card, or the view it names from the database; undefined when the view's subject is gone. */
	draw(content: Exclude<ReturnType<typeof toContent>, { kind: 'text' }>): Card | undefined {
		if (content.kind === 'card') return content.card;
		return this.tenant.views.get(content.view)?.draw(this, content.subject);
	}

	/** Who has said it to somebody else, and hears of it when it can't be delivered. */
	#authorOf(target: Target): string | undefined {
		if (!this.hasPerson || !DEEDS.has(this.update.kind) || target.kind === 'reply') return undefined;
		const { openId } = this.me;
		const toThemselves = target.kind === 'account' && target.openId === openId;
		return toThemselves ? undefined : (openId ?? undefined);
	}

	#toast(text: string, tone: Toast['tone'] = 'success'): void {
		this.#answer = { ...this.#answer, toast: { tone, text } };
	}

	#enqueue(target: Target, what: Say, { about, condition, urgent, anyOne }: Extra): void {
		enqueue(this.db, this.tenant.vault, {
			turn: this.update.kind === 'undelivered' ? this.update.turn : this.update.id,
			by: this.#authorOf(target),
			anyOne,
			target,
			content: JSON.stringify(this.#contentOf(what)),
			now: this.now,
			about,
			condition,
			urgent,
		});
	}
}

/** What people do with the bot; what happens by itself has no author who waits for it to arrive. */
const DEEDS: ReadonlySet<string> = new Set(['message', 'tap', 'menu', 'undelivered']);

function toastOf(what: Say, turn: Turn): string {
	const content = toContent(what);
	if (content.kind === 'text') return content.text;
	const card = turn.draw(content);
	return card?.toast ?? card?.title ?? '';
}
