import type { Feishu, Message } from '../../sandbox/platform/contract.ts';
import { buttonsOf, plain } from './plain.ts';

/** What somebody sits in front of. */
export interface Stage {
	readonly feishu: Feishu;
	settle(): Promise<void>;
}

/** Somebody in front of Feishu: speaks, taps, and reads what comes. */
export class Actor {
	readonly name: string;
	readonly openId: string;
	readonly #town: Stage;

	constructor(town: Stage, name: string, openId: string) {
		this.#town = town;
		this.name = name;
		this.openId = openId;
	}

	/** The private chat with the bot. */
	get desk(): string {
		return this.#town.feishu.privateChat(this.openId).chatId;
	}

	/** Writes (in a group to the bot) and answers all that the bot said to it, there and in private, as plain text. */
	async says(text: string, chatId = this.desk, repliesTo?: string): Promise<string> {
		const words = chatId === this.desk ? text : `@支部助手 ${text}`;
		return this.#watch(async () => {
			const delivery = await this.#town.feishu.say(this.openId, chatId, words, { repliesTo });
			if (delivery && delivery.status !== 200) throw new Error(`the bot answered ${delivery.status}`);
			return '';
		}, chatId);
	}

	/** Taps the newest button with this label and answers the toast and all that changed. */
	async taps(label: string, chatId = this.desk, form?: Record<string, string | string[]>): Promise<string> {
		const { message, button } = this.#find(label, chatId);
		return this.#watch(async () => {
			const result = await this.#town.feishu.tap(this.openId, message.messageId, {
				tag: 'button',
				name: button.name,
				value: button.value,
				formValue: form,
			});
			if (result.failed) throw new Error(`the tap failed: ${result.failed} (${result.delivery.status})`);
			return result.toast ? `[${result.toast.content}]\n` : '';
		}, chatId);
	}

	/** Writes what others will see, looks at the preview, and has it sent; answers what came of that. */
	async announces(text: string, chatId = this.desk, repliesTo?: string): Promise<string> {
		const shown = await this.says(text, chatId, repliesTo);
		const { button } = this.#preview(shown);
		return this.taps(button.label);
	}

	/** Taps what sends the newest preview, and waits for nothing that comes of it. */
	async sends(): Promise<void> {
		const { message, button } = this.#preview('');
		const { name, value } = button;
		await this.#town.feishu.tap(this.openId, message.messageId, { tag: 'button', name, value });
	}

	#preview(shown: string) {
		for (const message of this.#fromBot(this.desk).toReversed()) {
			const button = buttonsOf(message).find(({ value }) => /"sure":"yes"/.test(JSON.stringify(value)));
			if (button) return { message, button };
		}
		throw new Error(`nothing to send in what ${this.name} sees:\n${shown}`);
	}

	/** The newest message of a chat as plain text. */
	reads(chatId = this.desk): string {
		const last = this.#town.feishu.messages(chatId).at(-1);
		return last ? plain(last) : '';
	}

	/** Everything in a chat that the bot said. */
	heard(chatId = this.desk): string[] {
		return this.#fromBot(chatId).map(plain);
	}

	/** The newest card or message of the bot, to reply to. */
	newest(chatId = this.desk): Message {
		const last = this.#fromBot(chatId).at(-1);
		if (!last) throw new Error('the bot has not said anything here');
		return last;
	}

	async #watch(act: () => Promise<string>, chatId: string): Promise<string> {
		const places = [...new Set([this.desk, chatId])];
		const before = new Map(
			places.flatMap((place) => this.#fromBot(place)).map((each) => [each.messageId, each.content]),
		);
		const toast = await act();
		await this.#town.settle();
		const changed = places
			.flatMap((place) => this.#fromBot(place))
			.filter(({ messageId, content }) => before.get(messageId) !== content);
		return toast + changed.map(plain).join('\n---\n');
	}

	#fromBot(chatId: string): Message[] {
		return this.#town.feishu.messages(chatId).filter(({ from }) => from === 'bot');
	}

	#find(label: string, chatId: string) {
		for (const message of this.#fromBot(chatId).toReversed()) {
			const button = buttonsOf(message).find((each) => each.label.includes(label));
			if (button) return { message, button };
		}
		throw new Error(
			`no button «${label}» in what ${this.name} sees:\n${this.heard(chatId).slice(-3).join('\n---\n')}`,
		);
	}
}
