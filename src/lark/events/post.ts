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
	const known = [...mentions];
	const said = data.content.map((runs) => runs.map((piece) => pieceText(piece, known)).join(''));
	return { text: (data.title ? [data.title, ...said] : said).join('\n'), mentions: known };
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

function pieceText(piece: Run, known: Mention[]): string {
	if (piece.tag === 'at') return mentionText(piece, known);
	return unfolded(piece.text || piece.href || '');
}

function mentionText({ user_id, user_name }: Run, known: Mention[]): string {
	if (user_id === 'all' || user_id === '@_all') return '@_all';
	const named = known.find(({ key, openId }) => key === user_id || (openId && openId === user_id));
	if (named) return named.key;
	if (!user_id?.startsWith('ou_')) return `@${user_name ?? ''}`;
	const key = `@_user_${freeNumber(known)}`;
	known.push({ key, openId: user_id, name: user_name ?? '' });
	return key;
}

function freeNumber(known: readonly Mention[]): number {
	let number = known.length + 1;
	while (known.some(({ key }) => key === `@_user_${number}`)) number++;
	return number;
}
