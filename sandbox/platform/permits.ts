import type { Manifest } from './contract.ts';
import { Refusal } from './refusal.ts';

const SPEAK = ['im:message:send_as_bot', 'im:message'];
const READ = ['im:message:readonly', 'im:message'];
const GROUPS = ['im:chat:readonly', 'im:chat'];
const FILES = ['im:resource'];
const ACCOUNTS = ['contact:contact.base:readonly'];
/** Without it an account is answered, and its name is not. */
const NAMES = ['contact:user.base:readonly'];

/** What each API asks for; one of them is enough. Empty: the documents name none. What is not listed does not exist. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
	'POST /open-apis/im/v1/messages': SPEAK,
	'POST /open-apis/im/v1/messages/:id/reply': SPEAK,
	'PATCH /open-apis/im/v1/messages/:id': [...SPEAK, 'im:message:update'],
	'GET /open-apis/im/v1/messages/:id': READ,
	'POST /open-apis/im/v1/images': FILES,
	'POST /open-apis/im/v1/files': FILES,
	'GET /open-apis/im/v1/chats/:id': GROUPS,
	'GET /open-apis/im/v1/chats/:id/members': GROUPS,
	'GET /open-apis/contact/v3/users/:id': ACCOUNTS,
	'POST /open-apis/contact/v3/users/batch_get_id': ['contact:user.id:readonly'],
	'POST /open-apis/interactive/v1/card/update': [],
	'GET /open-apis/bot/v3/info': [],
	'GET /open-apis/event/v1/connection': [],
};

/** What each event asks for beside being subscribed; words are told apart by where they are said. */
const HEARD: Readonly<Record<string, readonly string[]>> = {
	'im.message.receive_v1 p2p': ['im:message.p2p_msg:readonly', 'im:message.p2p_msg'],
	'im.message.receive_v1 group': ['im:message.group_at_msg:readonly', 'im:message.group_at_msg'],
	'im.message.recalled_v1': READ,
	'im.chat.member.bot.added_v1': GROUPS,
	'im.chat.member.bot.deleted_v1': GROUPS,
	'im.chat.member.user.added_v1': GROUPS,
	'im.chat.member.user.deleted_v1': GROUPS,
	'contact.user.deleted_v3': ACCOUNTS,
};

/** Whether there is such an API at all. */
export function isKnown(api: string): boolean {
	return api in ASKED;
}

/** What the app may do and is told. */
export class Permits {
	readonly #appId: string;
	#manifest: Manifest;

	constructor(appId: string, manifest: Manifest) {
		this.#appId = appId;
		this.#manifest = manifest;
	}

	get manifest(): Manifest {
		return this.#manifest;
	}

	change(manifest: Partial<Manifest>): void {
		this.#manifest = { ...this.#manifest, ...manifest };
	}

	/** Throws a Refusal (99991672) that names the scopes of which one would do. */
	ask(api: string): void {
		const asked = ASKED[api] ?? [];
		if (!this.#hasOneOf(asked)) throw this.#denied(asked);
	}

	get tellsNames(): boolean {
		return this.#hasOneOf(NAMES);
	}

	/** Whether the app is told of this; `where` for what people write. */
	hears(type: string, where?: 'p2p' | 'group'): boolean {
		const asked = HEARD[where ? `${type} ${where}` : type] ?? [];
		return this.#manifest.events.includes(type) && this.#hasOneOf(asked);
	}

	isCalledBack(type: string): boolean {
		return this.#manifest.callbacks.includes(type);
	}

	#hasOneOf(scopes: readonly string[]): boolean {
		return scopes.length === 0 || scopes.some((scope) => this.#manifest.scopes.includes(scope));
	}

	#denied(scopes: readonly string[]): Refusal {
		const names = `[${scopes.join(', ')}]`;
		const link = `https://open.feishu.cn/app/${this.#appId}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=tenant`;
		const detail = `One of the following scopes is required: ${names}.应用尚未开通所需的应用身份权限：${names}，点击链接申请并开通任一权限即可：${link}`;
		const permission_violations = scopes.map((subject) => ({ type: 'action_scope_required', subject }));
		return new Refusal('scope', detail, { error: { permission_violations } });
	}
}
