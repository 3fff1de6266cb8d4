import { z } from 'zod';
import type { Mention } from '../../bot/vocabulary/index.ts';
import { isRecord, parseJson } from '../button-value.ts';
import { unfolded } from './unfold.ts';

const run = z.object({
	tag: z.string(),
	text: z.string().nullish(),
	href: z.string().nullish(),
	user_id: z.string().nullish(),
	user_name: z.string().nullish(),
});
type Run = z.infer<typeof run>;

const lines = z.array(z.array(run));
const post = z.object({ title: z.string().nullish(), content: lines });

interface Post {
	/** Line by line, mentions as their place-holders. */
	readonly text: string;
	/** Those of the message, and those that only its body names. */
	readonly mentions: readonly Mention[];
}

/** The words of a rich text message; undefined when it is none. */
export function readPost(content: unknown, mentions: readonly Mention[]): Post | undefined {
	const { data } = post.safeParse(unwrapped(content));
	if (!data) return undefined;
	const known = new Known(mentions);
	const said = data.content.map((runs) => runs.map((piece) => pieceText(piece, known)).join(''));
	return { text: (data.title ? [data.title, ...said] : said).join('\n'), mentions: known.all };
}

/** A post comes as it is, wrapped by its language (`zh_cn`), or with `content_v2` alone. */
function unwrapped(content: unknown): unknown {
	if (!isRecord(content)) return content;
	if (content.content !== undefined) return content;
	if (content.content_v2 !== undefined) {
		const second = content.content_v2;
		return { title: content.title, content: typeof second === 'string' ? parseJson(second) : second };
	}
	const [first] = Object.entries(content)
		.filter(([language, inner]) => /^[a-z]{2}_[a-z]{2}$/.test(language) && isRecord(inner))
		.map(([, inner]) => inner);
	return first === undefined ? content : unwrapped(first);
}

function pieceText(piece: Run, known: Known): string {
	if (piece.tag === 'at') return mentionText(piece, known);
	return unfolded(piece.text || piece.href || '');
}

function mentionText({ user_id, user_name }: Run, known: Known): string {
	if (user_id === 'all' || user_id === '@_all') return '@_all';
	const named = user_id ? (known.byKey.get(user_id) ?? known.byAccount.get(user_id)) : undefined;
	if (named) return named.key;
	if (!user_id?.startsWith('ou_')) return `@${user_name ?? ''}`;
	return known.add(user_id, user_name ?? '').key;
}

/** The mentions of a message, found by place-holder and by account without trying all of them. */
class Known {
	readonly all: Mention[] = [];
	readonly byKey = new Map<string, Mention>();
	readonly byAccount = new Map<string, Mention>();

	constructor(mentions: readonly Mention[]) {
		for (const mention of mentions) this.#put(mention);
	}

	/** Somebody whom the body alone names, under the next free place-holder. */
	add(openId: string, name: string): Mention {
		let number = this.all.length + 1;
		while (this.byKey.has(`@_user_${number}`)) number++;
		const mention = { key: `@_user_${number}`, openId, name };
		this.#put(mention);
		return mention;
	}

	#put(mention: Mention): void {
		this.all.push(mention);
		if (!this.byKey.has(mention.key)) this.byKey.set(mention.key, mention);
		if (mention.openId && !this.byAccount.has(mention.openId)) this.byAccount.set(mention.openId, mention);
	}
}
