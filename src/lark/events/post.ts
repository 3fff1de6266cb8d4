import { z } from 'zod';
import type { Mention } from '../../bot/vocabulary/index.ts';

const run = z.object({
	tag: z.string(),
	text: z.string().nullish(),
	href: z.string().nullish(),
	user_id: z.string().nullish(),
	user_name: z.string().nullish(),
});

const post = z.object({ title: z.string().nullish(), content: z.array(z.array(run)) });

/** The words of a rich text message, line by line, mentions as their place-holders; undefined when it is none. */
export function postText(content: unknown, mentions: readonly Mention[]): string | undefined {
	const { data } = post.safeParse(content);
	if (!data) return undefined;
	const lines = data.content.map((runs) => runs.map((piece) => words(piece, mentions)).join(''));
	return (data.title ? [data.title, ...lines] : lines).join('\n');
}

function words(piece: z.infer<typeof run>, mentions: readonly Mention[]): string {
	if (piece.tag === 'at') {
		const named = mentions.find(({ key, openId }) => key === piece.user_id || openId === piece.user_id);
		if (named) return named.key;
		return piece.user_id === 'all' || piece.user_id === '@_all' ? '@_all' : `@${piece.user_name ?? ''}`;
	}
	return piece.text || piece.href || '';
}
